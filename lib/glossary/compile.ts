import * as v from 'valibot';
import { commonness, isEveryday } from './common.ts';
import { formsOf, keyOf } from './key.ts';
import { ElsewhereFile, EntriesFile, MentionsFile } from './schema.ts';
import type { Entry, EntryKind } from './types.ts';

/** The version of the compiled form. */
export const SCHEMA = 1;

/** A source or mention: the number of a known document, or a law's title, and the place in it. */
type Where = [document: number | string, at: string];

/**
 * The compiled glossary: columns instead of rows, and numbers for documents and related terms, since that
 * packs better and is read as fast as anything.
 */
export interface Compiled {
  schema: number;
  documents: string[];
  term: string[];
  aliases: string[][];
  kind: EntryKind[];
  zh: string[];
  en: string[];
  official: (0 | 1)[];
  enText: string[];
  since: (string | null)[];
  where: (string | null)[];
  sources: Where[][];
  related: number[][];
  /** Places of the entries that are never marked. */
  quiet: number[];
  /** How common the term is, by `commonness`, and where it stands in known documents. */
  common: number[];
  mentions: Where[][];
  /** Place of an entry, and what documents mean by it. */
  elsewhere: [entry: number, [document: number, at: string, zh: string, en: string][]][];
}

/** What the glossary is written in: one file a topic, and two of facts about terms. */
export interface Sources {
  /** Contents by file name. */
  topics: Record<string, unknown>;
  elsewhere: unknown;
  mentions: unknown;
}

/** A mistake in the source files, in one sentence that names the file. */
export class GlossaryError extends Error {}

/**
 * Compiles the source files. A related term that is no entry is left out; `looseEnds` names it.
 *
 * @throws GlossaryError for a file that does not fit the schema, a term that stands twice, or a word of
 *   `elsewhere.json` that is no entry
 */
export function compileGlossary({ topics, elsewhere, mentions }: Sources): Compiled {
  const entries = Object.entries(topics)
    .flatMap(([file, contents]) => checked(EntriesFile, contents, file).entries)
    .sort((a, b) => (a.term < b.term ? -1 : 1));
  const places = placesOf(entries);
  const documents: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string) => {
    const known = numbers.get(id) ?? documents.push(id) - 1;
    numbers.set(id, known);
    return known;
  };
  const column = <T>(of: (entry: Entry) => T) => entries.map(of);
  const { terms } = checked(MentionsFile, mentions, 'mentions.json');
  return {
    schema: SCHEMA,
    documents,
    term: column(({ term }) => term),
    aliases: column(({ aliases }) => aliases),
    kind: column(({ kind }) => kind),
    zh: column(({ zh }) => zh),
    en: column(({ en }) => en),
    official: column(({ enOfficial }) => (enOfficial ? 1 : 0)),
    enText: column(({ enText }) => enText),
    since: column(({ since }) => since),
    where: column(({ where }) => where),
    sources: column(({ sources }) =>
      sources.map((one): Where => ('doc' in one ? [numberOf(one.doc), one.at] : [one.law, one.article])),
    ),
    related: column(({ related }) => related.flatMap((other) => places.get(keyOf(other)) ?? [])),
    quiet: entries.flatMap(({ quiet }, i) => (quiet ? [i] : [])),
    common: column(({ term, kind }) => commonness(kind, isEveryday(term), terms[term]?.documents ?? 0)),
    mentions: column(({ term }) => (terms[term]?.at ?? []).map(([doc, at]): Where => [numberOf(doc), at])),
    elsewhere: checked(ElsewhereFile, elsewhere, 'elsewhere.json').words.map(({ term, meanings }) => [
      placeOf(places, term),
      meanings.map(({ doc, at, zh, en }) => [numberOf(doc), at, zh, en]),
    ]),
  };
}

function checked<S extends v.GenericSchema>(schema: S, contents: unknown, file: string): v.InferOutput<S> {
  const parsed = v.safeParse(schema, contents);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const [list, place] = issue.path ?? [];
  const at = v.getDotPath(issue) ?? '';
  const named = place && list?.key === 'entries' ? termOf(place.value) : '';
  throw new GlossaryError(`${file}: ${at}${named}: ${issue.message}`);
}

function termOf(entry: unknown): string {
  return typeof entry === 'object' && entry !== null && 'term' in entry ? ` (${String(entry.term)})` : '';
}

/** Each key of a term or alias and whose it is. */
function placesOf(entries: readonly Entry[]): Map<string, number> {
  const places = new Map<string, number>();
  entries.forEach(({ term, aliases }, i) => {
    for (const name of [term, ...aliases]) {
      for (const form of formsOf(name)) {
        const other = places.get(form);
        if (other !== undefined && other !== i)
          throw new GlossaryError(`${name} (of ${term}) is a name of ${entries[other]?.term} too`);
        places.set(form, i);
      }
    }
  });
  return places;
}

function placeOf(places: ReadonlyMap<string, number>, term: string): number {
  const place = places.get(keyOf(term));
  if (place === undefined) throw new GlossaryError(`elsewhere.json: ${term} is no entry`);
  return place;
}

/**
 * What entries speak of and is not there: related terms that are no entries, documents that are not known.
 *
 * @param known ids of the known documents
 * @returns a sentence for each
 */
export function looseEnds({ topics, elsewhere }: Sources, known: ReadonlySet<string>): string[] {
  const files = Object.entries(topics).map(([file, contents]) => checked(EntriesFile, contents, file));
  const entries = files.flatMap((file) => file.entries);
  const places = placesOf(entries);
  const { words } = checked(ElsewhereFile, elsewhere, 'elsewhere.json');
  return [
    ...entries.flatMap(({ term, related }) =>
      related.filter((other) => !places.has(keyOf(other))).map((other) => `${term}: no entry ${other}`),
    ),
    ...entries.flatMap(({ term, sources }) =>
      sources.flatMap((one) =>
        'doc' in one && !known.has(one.doc) ? [`${term}: no document ${one.doc}`] : [],
      ),
    ),
    ...words.flatMap(({ term, meanings }) =>
      meanings.filter(({ doc }) => !known.has(doc)).map(({ doc }) => `${term}: no document ${doc}`),
    ),
  ];
}
