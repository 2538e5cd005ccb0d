import type { Status, StatusState } from '../../lib/catalogue/types.ts';
import { type MessageKey, t } from '../../lib/i18n/t.ts';
import { language } from './language.ts';
import { saidWords } from './said.ts';

const STATES: Record<StatusState, MessageKey> = {
  'in-force': 'statusInForce',
  'no-known-end': 'statusNoKnownEnd',
  'not-yet': 'statusNotYet',
  expired: 'statusExpired',
  repealed: 'statusRepealed',
  unknown: 'statusUnknown',
};

/** A state in a word or two, for a badge. */
export function stateWords(state: StatusState): string {
  return t(STATES[state]);
}

/** Why a status is what it is, what changed the document, and what says otherwise: clauses, without the state's name. */
export function reasonWords(status: Status): string {
  const { state, because, repealedBy, extendedBy, disagrees } = status;
  const parts = [saidWords(because)];
  const amendedBy = status.amendedBy.filter(Boolean);
  if (amendedBy.length > 0) {
    const names = new Intl.ListFormat(language(), { type: 'conjunction' }).format(amendedBy);
    parts.push(t('statusAmendedBy', names));
  }
  // A repealed document's reason names what repealed it.
  if (repealedBy && state !== 'repealed') parts.push(t('statusRepealedBy', repealedBy));
  if (extendedBy) parts.push(t('statusExtendedBy', extendedBy));
  if (status.source) parts.push(saidWords(status.source));
  if (disagrees) parts.push(saidWords(disagrees));
  return parts.reduce((said, part) => t('clausePair', said, part));
}

/** What says otherwise than a status, as a sentence; null where nothing does. */
export function disagreementWords({ disagrees }: Status): string | null {
  if (!disagrees) return null;
  const { key, args } = disagrees;
  // Where the page was believed, what says otherwise is known from elsewhere.
  return key === 'statusPageDisagrees'
    ? t('statusPageSays', args[0] ?? '')
    : t('statusDisagrees', saidWords(disagrees));
}
