import type { Catalogue, Incoming } from './catalogue.ts';
import type { Entry } from './facts.ts';
import { lookUp } from './look-up.ts';
import { nameOf } from './own-status.ts';
import { statusOf } from './status.ts';
import type { Choice, KnownDocument, KnownRelation } from './types.ts';

export type { Catalogue, Source, WholeCatalogue } from './catalogue.ts';
export { loadCatalogue } from './catalogue.ts';
export { worthComparing } from './differences.ts';
export { freeze, thaw } from './frozen/frozen.ts';
export { identify, identities } from './identify.ts';
export { matchText } from './match.ts';
export { statusOf } from './status.ts';
export { together } from './together.ts';

/**
 * The known document that a citation names.
 *
 * @returns its catalogue id, or null where it is not known or could be one of several
 */
export function knownAs(catalogue: Catalogue, title: string | null, docNumber: string | null): string | null {
  const places = lookUp(catalogue, { title, docNumber });
  return places.length === 1 ? (catalogue.entries.at(places[0] as number)?.id ?? null) : null;
}

/** The facts of a known document, or null where the id is not one of this catalogue's. */
export function documentOf(catalogue: Catalogue, id: string): KnownDocument | null {
  const entry = entryOf(catalogue, id);
  if (!entry) return null;
  const { title, noticeTitle, docNumber, issuers, kind, issued, published, effective, expires } = entry;
  const facts = { title, noticeTitle, docNumber, issuers, kind, issued, published, effective, expires };
  const nameOnly = catalogue.prints.at(catalogue.byId.get(id) as number) === undefined;
  return { id, ...facts, relations: relationsOf(catalogue, id), ...(nameOnly ? { nameOnly } : {}) };
}

/** A law may be named by tens of thousands of documents: no reader goes through more than this. */
const MOST_RELATIONS = 500;

/**
 * The relations of a known document, each with the other one's status on a day. Of very many, those that
 * only name it are left out first.
 */
export function relationsOn(catalogue: Catalogue, id: string, day: string): KnownRelation[] {
  const all = relationsOf(catalogue, id);
  const isNamed = ({ incoming, relation }: KnownRelation) =>
    incoming === true && (relation === 'cites' || relation === 'basis');
  const kept = [...all.filter((one) => !isNamed(one)), ...all.filter(isNamed)].slice(0, MOST_RELATIONS);
  return kept.map((one) =>
    one.id === null ? one : { ...one, status: statusOf(catalogue, one.id, null, {}, day) },
  );
}

/** A known document as one of several that a page's may be. */
export function choiceOf(catalogue: Catalogue, id: string, day: string): Choice | null {
  const entry = entryOf(catalogue, id);
  if (!entry) return null;
  const { title, docNumber, issuers, issued } = entry;
  return { id, title, docNumber, issuers, issued, status: statusOf(catalogue, id, null, {}, day) };
}

/** What a known document does to others, then what others do to it (`incoming`). */
export function relationsOf(catalogue: Catalogue, id: string): KnownRelation[] {
  const entry = entryOf(catalogue, id);
  if (!entry) return [];
  const at = catalogue.byId.get(id) as number;
  return [
    ...entry.relations.map(({ type, to }) => relation(catalogue, type, to)),
    ...(catalogue.incoming.at(at) ?? []).map(({ type, from }) => ({
      ...relation(catalogue, type, from),
      incoming: true,
    })),
  ];
}

function relation(catalogue: Catalogue, type: Incoming['type'], at: number): KnownRelation {
  const entry = catalogue.entries.at(at) as Entry;
  return {
    relation: type,
    id: entry.id,
    title: entry.title ?? nameOf(entry),
    docNumber: entry.docNumber,
  };
}

function entryOf(catalogue: Catalogue, id: string): Entry | undefined {
  const at = catalogue.byId.get(id);
  return at === undefined ? undefined : catalogue.entries.at(at);
}
