import { looseKey } from '../documents/names.ts';
import type { Relation } from '../types.ts';
import type { Draft } from './draft.ts';
import { titleKey } from './names.ts';
import { completeNumber, type Part } from './parts.ts';

/** What a relation says more of than a bare mention. */
const STRONG: ReadonlySet<Relation> = new Set([
  'basis',
  'repeals',
  'amends',
  'extends',
  'attaches',
  'interprets',
]);
/** A document does these to another one of its own name, too: the new 办法 repeals the old one. */
const NAMESAKE: ReadonlySet<Relation> = new Set(['repeals', 'amends', 'extends']);

/**
 * Brings the drafts of one text together: numbers and relations that one mention of a document has are
 * given to its other mentions, the documents' own names are left out, overlaps too.
 *
 * @param parts the documents of the text
 * @returns drafts in text order
 */
export function settle(drafts: readonly Draft[], parts: readonly Part[] = []): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept = sorted.map(complete).filter((draft) => !isOwnName(draft));
  shareNumbers(kept);
  takePrinted(kept, parts);
  shareRelations(kept);
  return kept;
}

function complete(draft: Draft): Draft {
  const issuers = draft.part?.document.metadata.issuers ?? [];
  return { ...draft, docNumber: draft.docNumber && completeNumber(draft.docNumber, issuers) };
}

/** The document's own title or number, unless it is a namesake's. */
function isOwnName(draft: Draft): boolean {
  const own = draft.part?.document.metadata;
  if (!own || !draft.part) return false;
  if (draft.title === null) return draft.docNumber !== null && isSameNumber(draft.docNumber, own.docNumber);
  if (NAMESAKE.has(draft.relation)) return false;
  // A notice attaches the text it issues; any other mention of it is the document naming itself.
  if (draft.relation === 'attaches' && own.noticeTitle) return false;
  return draft.part.loose.has(looseKey(draft.title));
}

/** The same number, also where an order is numbered by its body here and by its code there. */
function isSameNumber(number: string, own: string | null): boolean {
  if (!own) return false;
  if (number === own) return true;
  const serial = /(\d+)号$/.exec(number)?.[1];
  return (
    serial !== undefined &&
    /令/.test(number) &&
    /令/.test(own) &&
    own.endsWith(`第${serial}号`) &&
    /^.{1,4}令/.test(number)
  );
}

const keyOf = (draft: Draft) => (draft.title ? titleKey(draft.title) : '');
/** A namesake that is repealed has a number of its own. */
const numberKeyOf = (draft: Draft) =>
  draft.title ? `${titleKey(draft.title)}|${NAMESAKE.has(draft.relation) ? draft.relation : ''}` : '';

function shareNumbers(drafts: Draft[]): void {
  const numbers = new Map<string, string | null>();
  const titles = new Map<string, Draft>();
  const keys = drafts.map(numberKeyOf);
  for (const [i, draft] of drafts.entries()) {
    const key = keys[i];
    if (!key || !draft.docNumber) continue;
    const known = numbers.get(key);
    // Two numbers under one title: namesakes, so that neither belongs to a mention without one.
    numbers.set(key, known === undefined || known === draft.docNumber ? draft.docNumber : null);
    if (!titles.has(draft.docNumber)) titles.set(draft.docNumber, draft);
  }
  for (const [i, draft] of drafts.entries()) {
    if (draft.title) draft.docNumber ??= numbers.get(keys[i] ?? '') ?? null;
    else if (draft.docNumber) {
      const named = titles.get(draft.docNumber);
      if (named) {
        draft.title = named.title;
        draft.titleAt = named.titleAt;
      }
    }
  }
}

/** A title without a number is that of a document printed on the same page; not where its namesake is repealed. */
function takePrinted(drafts: Draft[], parts: readonly Part[]): void {
  if (parts.length < 2) return;
  const printed = new Map<string, Part>();
  for (const part of parts) for (const name of part.own) if (!printed.has(name)) printed.set(name, part);
  for (const draft of drafts) {
    if (!draft.title || draft.docNumber || draft.relation === 'repeals') continue;
    const part = printed.get(titleKey(draft.title));
    if (part && part !== draft.part) draft.docNumber = part.document.metadata.docNumber;
  }
}

function shareRelations(drafts: Draft[]): void {
  const strong = new Map<string, Relation>();
  const nameOf = (draft: Draft) => `${draft.part?.from ?? ''}|${keyOf(draft)}|${draft.docNumber ?? ''}`;
  const names = drafts.map(nameOf);
  for (const [i, draft] of drafts.entries()) {
    const name = names[i] ?? '';
    if (STRONG.has(draft.relation) && !strong.has(name)) strong.set(name, draft.relation);
  }
  for (const [i, draft] of drafts.entries()) {
    if (draft.relation === 'cites') draft.relation = strong.get(names[i] ?? '') ?? 'cites';
  }
}
