import * as v from 'valibot';
import { type Contents, type Entry, type Facts, FactsFile } from './facts.ts';
import { issuedBy, sameNumber, titleKey, titleKeys } from './keys.ts';
import { refuseCircles, refuseSharedNumbers, refuseTwins } from './refusals.ts';

/** Something in a facts file that a person must mend, in plain English. */
export interface FactsProblem {
  /** The id of the document that it is said of; null for the file as a whole. */
  id: string | null;
  what: string;
  /** Which of its relations is wrong, from 0; left out where it is something else. */
  relation?: number;
}

/** All that a person must mend in a facts file. */
export class FactsError extends Error {
  readonly problems: readonly FactsProblem[];
  constructor(problems: readonly FactsProblem[]) {
    super(problems.map(({ what }) => what).join('\n'));
    this.problems = problems;
  }
}

/**
 * Compiles a facts file: every document that a relation names becomes an entry, known by name and number
 * only, and every relation points at its entry.
 *
 * @param file the parsed JSON of a facts file
 * @param name what the catalogue is called
 * @throws FactsError with all problems: a file of another form, a day that does not exist, an id used twice
 *   or not at all, two documents under one number, documents that repeal each other in a circle
 */
export function compileFacts(file: unknown, name: string): Contents {
  const parsed = v.safeParse(FactsFile, file);
  if (!parsed.success)
    throw new FactsError(parsed.issues.map((issue) => ({ id: null, what: describe(issue) })));
  const { asOf, documents, named } = parsed.output;
  const known: Facts[] = [...documents, ...named];
  const entries: Entry[] = known.map((facts) => entryOf(facts));
  const problems: FactsProblem[] = [];
  const refuse = (id: string, what: string) => problems.push({ id, what });
  const byId = new Map<string, number>();
  entries.forEach((entry, at) => {
    if (byId.has(entry.id)) refuse(entry.id, `the id ${entry.id} is used twice`);
    byId.set(entry.id, at);
  });
  const byTitle = new Map<string, number[]>();
  entries.forEach((entry, at) => {
    enter(byTitle, entry, at);
  });
  refuseTwins(entries, byTitle, refuse);
  refuseSharedNumbers(known, refuse);

  known.forEach((facts, from) => {
    for (const [index, relation] of facts.relations.entries()) {
      const to = target(relation, facts.id, index);
      if (to === null) continue;
      (entries[from] as Entry).relations.push({
        type: relation.type,
        to,
        ...(relation.until ? { until: relation.until } : {}),
      });
    }
  });
  refuseCircles(entries, refuse);
  if (problems.length > 0) throw new FactsError(problems);
  return { name, asOf, entries };

  function target(relation: Facts['relations'][number], from: string, index: number): number | null {
    const no = (what: string) => {
      problems.push({ id: from, what, relation: index });
      return null;
    };
    if (relation.id !== undefined) {
      const at = byId.get(relation.id);
      return at ?? no(`${from} names ${relation.id}, which is not in the file`);
    }
    const { title, docNumber = null } = relation;
    if (title === undefined) return no(`a relation of ${from} has neither id nor title`);
    const named = byTitle.get(titleKey(title)) ?? byTitle.get(titleKey(issuedBy(title) ?? ''));
    const alike = (named ?? []).filter(
      (at) => sameNumber((entries[at] as Entry).docNumber, docNumber) !== 'no',
    );
    if (alike.length > 1)
      return no(`${from} names ${title}, of which there are ${alike.length}: give its id`);
    const [found] = alike;
    if (found !== undefined && (entries[found] as Entry).id !== from) {
      const entry = entries[found] as Entry;
      if (found >= known.length) entry.docNumber ??= docNumber;
      return found;
    }
    const id = docNumber ?? title;
    if (byId.has(id)) return no(`${from} names ${title}, but ${id} is another document: give its id`);
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

function describe(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return path ? `${path}: ${issue.message}` : issue.message;
}
