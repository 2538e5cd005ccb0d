import * as v from 'valibot';
import { type Contents, type Entry, type Facts, FactsFile } from './facts.ts';
import { issuedBy, sameNumber, titleKey, titleKeys } from './keys.ts';

/** Something in a facts file that a person must mend. The message says what and where, in plain English. */
export class FactsError extends Error {}

/**
 * Compiles a facts file: every document that a relation names becomes an entry, known by name and number
 * only, and every relation points at its entry.
 *
 * @param file the parsed JSON of a facts file
 * @param name what the catalogue is called
 * @throws FactsError for a file of another form, a day that does not exist, an id used twice or not at
 *   all, two documents under one title and number, documents that repeal each other in a circle
 */
export function compileFacts(file: unknown, name: string): Contents {
  const parsed = v.safeParse(FactsFile, file);
  if (!parsed.success) throw new FactsError(describe(parsed.issues[0]));
  const { asOf, documents, named } = parsed.output;
  const known: Facts[] = [...documents, ...named];
  const entries: Entry[] = known.map((facts) => entryOf(facts));
  const byId = new Map<string, number>();
  entries.forEach((entry, at) => {
    if (byId.has(entry.id)) throw new FactsError(`the id ${entry.id} is used twice`);
    byId.set(entry.id, at);
  });
  const byTitle = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    enter(byTitle, entry, at);
  });
  refuseTwins(entries, byTitle);

  known.forEach((facts, from) => {
    for (const relation of facts.relations) {
      const to = target(relation, facts.id);
      (entries[from] as Entry).relations.push({
        type: relation.type,
        to,
        ...(relation.until ? { until: relation.until } : {}),
      });
    }
  });
  refuseCircles(entries);
  return { name, asOf, entries };

  function target(relation: Facts['relations'][number], from: string): number {
    if (relation.id !== undefined) {
      const at = byId.get(relation.id);
      if (at === undefined) throw new FactsError(`${from} names ${relation.id}, which is not in the file`);
      return at;
    }
    const { title, docNumber = null } = relation;
    if (title === undefined) throw new FactsError(`a relation of ${from} has neither id nor title`);
    const named = byTitle.get(titleKey(title)) ?? byTitle.get(titleKey(issuedBy(title) ?? ''));
    const alike = (named ?? []).filter(
      (at) => sameNumber((entries[at] as Entry).docNumber, docNumber) !== 'no',
    );
    if (alike.length > 1)
      throw new FactsError(`${from} names ${title}, of which there are ${alike.length}: give its id`);
    const [found] = alike;
    if (found !== undefined && (entries[found] as Entry).id !== from) {
      const entry = entries[found] as Entry;
      if (found >= known.length) entry.docNumber ??= docNumber;
      return found;
    }
    const id = docNumber ?? title;
    if (byId.has(id))
      throw new FactsError(`${from} names ${title}, but ${id} is another document: give its id`);
    const entry = entryOf({ ...NAMED, id, title, docNumber });
    byId.set(id, entries.length);
    enter(byTitle, entry, entries.length);
    return entries.push(entry) - 1;
  }
}

const NAMED: Facts = {
  id: '',
  title: null,
  noticeTitle: null,
  docNumber: null,
  otherTitles: [],
  otherNumbers: [],
  issuers: [],
  kind: null,
  issued: null,
  published: null,
  effective: null,
  expires: null,
  relations: [],
};

function entryOf(facts: Facts): Entry {
  const { id, title, noticeTitle, docNumber, otherTitles, otherNumbers, issuers, kind } = facts;
  const { issued, published, effective, expires } = facts;
  return {
    ...{ id, title, noticeTitle, docNumber, otherTitles, otherNumbers, issuers, kind },
    ...{ issued, published, effective, expires },
    relations: [],
  };
}

/** All titles an entry goes by. */
export function titlesOf(entry: Entry): string[] {
  return [entry.title, entry.noticeTitle, ...entry.otherTitles].filter((title) => title !== null);
}

function enter(byTitle: Map<string, number[]>, entry: Entry, at: number): void {
  for (const key of new Set(titlesOf(entry).flatMap(titleKeys))) {
    const list = byTitle.get(key);
    if (list) list.push(at);
    else byTitle.set(key, [at]);
  }
}

function refuseTwins(entries: Entry[], byTitle: Map<string, number[]>): void {
  for (const group of byTitle.values()) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        const one = entries[a] as Entry;
        const other = entries[b] as Entry;
        if (one.title !== other.title || one.issued !== other.issued) continue;
        if (sameNumber(one.docNumber, other.docNumber) !== 'no')
          throw new FactsError(`${one.id} and ${other.id} have the same title, number and day`);
      }
    }
  }
}

function refuseCircles(entries: Entry[]): void {
  const state = new Uint8Array(entries.length);
  const visit = (at: number, path: string[]): void => {
    const entry = entries[at] as Entry;
    if (state[at] === 1) throw new FactsError(`these repeal each other: ${[...path, entry.id].join(' → ')}`);
    if (state[at] === 2) return;
    state[at] = 1;
    for (const { type, to } of entry.relations) if (type === 'repeals') visit(to, [...path, entry.id]);
    state[at] = 2;
  };
  entries.forEach((_, at) => {
    visit(at, []);
  });
}

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
}
