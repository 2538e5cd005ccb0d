import { type MessageKey, t } from '../../lib/i18n/t.ts';
import { isProblem } from '../../lib/messages/problem.ts';
import { shortDateWords } from './date.ts';

/**
 * A sentence that another part of Zhupi chose: a key of the locales and its arguments. Arguments
 * that are days are written out.
 */
export function saidWords(said: { key: string; args: string[] }): string {
  // The key came by message; `t` gives an unknown one back, which the locale test forbids to happen.
  return t(said.key as MessageKey, ...said.args.map(shortDateWords));
}

/** Why something failed, as a sentence for the reader, whatever was thrown. */
export function problemWords(error: unknown): string {
  return isProblem(error) ? saidWords(error) : t('problemUnexpected');
}
