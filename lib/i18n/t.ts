import browser from 'webextension-polyfill';
import type zh from '../../assets/public/_locales/zh_CN/messages.json';

/** A key of `_locales`; a missing one fails the type check, and a test compares the two languages. */
export type MessageKey = keyof typeof zh;

/**
 * A visible string in the browser's language (Chinese where it has none of ours).
 *
 * @param args fill `$1` to `$9`
 */
export function t(key: MessageKey, ...args: (string | number)[]): string {
  return browser.i18n.getMessage(key, args.map(String)) || key;
}
