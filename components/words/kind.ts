import { type MessageKey, t } from '../../lib/i18n/t.ts';
import type { DeadlineKind, Relation, TermKind } from '../../lib/reading/types.ts';

const DEADLINES: Record<DeadlineKind, MessageKey> = {
  effective: 'kindEffective',
  expiry: 'kindExpiry',
  due: 'kindDue',
  target: 'kindTarget',
  period: 'kindPeriod',
  from: 'kindFrom',
  within: 'kindWithin',
  'before-event': 'kindBeforeEvent',
  recurring: 'kindRecurring',
  validity: 'kindValidity',
  ongoing: 'kindOngoing',
};

const RELATIONS: Record<Relation, MessageKey> = {
  basis: 'relationBasis',
  repeals: 'relationRepeals',
  amends: 'relationAmends',
  extends: 'relationExtends',
  attaches: 'relationAttaches',
  interprets: 'relationInterprets',
  cites: 'relationCites',
};

const BY: Record<Relation, MessageKey> = {
  basis: 'relationByBasis',
  repeals: 'relationByRepeals',
  amends: 'relationByAmends',
  extends: 'relationByExtends',
  attaches: 'relationByAttaches',
  interprets: 'relationByInterprets',
  cites: 'relationByCites',
};

const TERMS: Record<TermKind, MessageKey> = {
  definition: 'termDefinition',
  abbreviation: 'termAbbreviation',
  scope: 'termScope',
  gloss: 'termGloss',
};

/** What sort of deadline it is, in a word or two. */
export function deadlineKindWords(kind: DeadlineKind): string {
  return t(DEADLINES[kind]);
}

/** How a document stands to one that it names. */
export function relationWords(relation: Relation): string {
  return t(RELATIONS[relation]);
}

/** How two documents stand to each other, seen from the one that does it or (`incoming`) from the other. */
export function directionWords(relation: Relation, incoming: boolean): string {
  return t(incoming ? BY[relation] : RELATIONS[relation]);
}

/** In which way the text says what a term means. */
export function termKindWords(kind: TermKind): string {
  return t(TERMS[kind]);
}
