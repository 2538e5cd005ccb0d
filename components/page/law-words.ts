import { type MessageKey, t } from '../../lib/i18n/t.ts';

/** What the law adds to a time limit, by the keys that reading gives. */
const LAWS: Record<string, MessageKey> = {
  'civil-code-201': 'cardLaw201',
  'civil-code-203': 'cardLaw203',
  'licensing-law-82': 'cardLawLicensing',
  'penalties-law-85': 'cardLawPenalties',
  'coercion-law-69': 'cardLawCoercion',
};

/** The key for what a period field says itself. */
export const NOT_COUNTED = 'civil-code-201';

/** A note of the law as a sentence; null for a key that has none. */
export function lawWords(key: string): string | null {
  const found = Object.hasOwn(LAWS, key) ? LAWS[key] : undefined;
  return found ? t(found) : null;
}
