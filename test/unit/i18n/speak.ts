import { vi } from 'vitest';
import browser from 'webextension-polyfill';
import en from '../../../assets/public/_locales/en/messages.json';
import zh from '../../../assets/public/_locales/zh_CN/messages.json';

export type Language = 'zh' | 'en';

type Messages = Record<string, { message: string }>;
const LOCALES: Record<Language, Messages> = { zh, en };

/**
 * Fills a message as browsers do: `$1` to `$9` are arguments, `$$` is a dollar.
 *
 * @returns empty for a key that does not exist, as the browser's own getMessage does
 */
export function message(language: Language, key: string, args: string[] = []): string {
  const text = LOCALES[language][key]?.message ?? '';
  return text.replace(/\$(\$|[1-9])/g, (_, what: string) =>
    what === '$' ? '$' : (args[Number(what) - 1] ?? ''),
  );
}

/** Makes `browser.i18n` speak one of our languages; the fake browser has none. */
export function speak(language: Language): void {
  vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, args) =>
    message(language, key, args === undefined ? [] : [args].flat().map(String)),
  );
  vi.spyOn(browser.i18n, 'getUILanguage').mockImplementation(() => (language === 'zh' ? 'zh-CN' : 'en'));
}
