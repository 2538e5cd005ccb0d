import type { Compiled } from './compile.ts';
import { formsOf, isQuotedName, keyOf } from './key.ts';
import { fits, MOST_WORDS, packWords, prefixHashes } from './table.ts';
import type { Form, Known, Mention, OwnEntry, Source } from './types.ts';

/** The glossary of this reader: the bundled entries with the reader's own before them. */
export interface Glossary {
  /** Entries that are hidden by the reader are not among them. */
  entries: Known[];
  byId: Map<string, number>;
  /** The entry that each name belongs to, by the name's key. */
  byKey: Map<string, number>;
  /** What a page is searched for, and the same packed for its reader. */
  forms: Form[];
  words: Uint8Array;
  /** Another one for other words. */
  version: string;
}

/** The id under which an entry of the reader's is known. */
export function ownId({ id }: Pick<OwnEntry, 'id'>): string {
  return `own:${id}`;
}

/** Whether an entry of this id is one of the reader's. */
export function isOwnId(id: string): boolean {
  return id.startsWith('own:');
}

/**
 * Puts the glossary together.
 *
 * An own entry takes the place of the bundled one with the same term: what it does not say (sources,
 * related terms, where it stands) is kept from there. Where an own name is also an alias of a bundled entry,
 * the name is the reader's. Of more names than a page can be searched for, the last are not.
 */
export function makeGlossary(compiled: Compiled, own: readonly OwnEntry[]): Glossary {
  const bundled = bundledEntries(compiled);
  const byTerm = new Map(bundled.map((entry) => [keyOf(entry.term), entry]));
  const replaced = new Set(own.map(({ key }) => key));
  const entries = [
    ...own.filter(({ hidden }) => !hidden).map((entry) => fromOwn(entry, byTerm.get(entry.key))),
    ...bundled.filter(({ term }) => !replaced.has(keyOf(term))),
  ];
  const byKey = new Map<string, number>();
  const forms: Form[] = [];
  const hidden = new Set(own.flatMap((entry) => (entry.hidden ? [entry.key] : [])));
  entries.forEach(({ term, aliases, quiet }, entry) => {
    for (const name of [term, ...aliases]) {
      const quoted = isQuotedName(name);
      for (const key of formsOf(name)) {
        if (!fits(key) || byKey.has(key) || hidden.has(key)) continue;
        byKey.set(key, entry);
        if (!quiet && forms.length < MOST_WORDS) forms.push({ key, entry, quoted });
      }
    }
  });
  const byId = new Map(entries.map(({ id }, entry) => [id, entry]));
  const words = packWords(forms.map(({ key }) => key));
  const version = String(prefixHashes(words, words.length)[words.length]);
  return { entries, byId, byKey, forms, words, version };
}

/** The bundled entries as they are, in the order of their terms. */
export function bundledEntries(compiled: Compiled): Known[] {
  const elsewhere = new Map(compiled.elsewhere);
  const quiet = new Set(compiled.quiet);
  const document = (number: number) => compiled.documents[number] as string;
  return compiled.term.map((term, i): Known => {
    const at = <T>(column: readonly T[]) => column[i] as T;
    return {
      id: term,
      own: false,
      quiet: quiet.has(i),
      term,
      aliases: at(compiled.aliases),
      kind: at(compiled.kind),
      zh: at(compiled.zh),
      en: at(compiled.en),
      enOfficial: at(compiled.official) === 1,
      enText: at(compiled.enText),
      since: at(compiled.since),
      where: at(compiled.where),
      sources: at(compiled.sources).map(
        ([where, place]): Source =>
          typeof where === 'number' ? { doc: document(where), at: place } : { law: where, article: place },
      ),
      related: at(compiled.related).map((other) => compiled.term[other] as string),
      common: at(compiled.common),
      mentions: at(compiled.mentions).map(
        ([where, place]): Mention => ({ doc: document(Number(where)), at: place }),
      ),
      elsewhere: (elsewhere.get(i) ?? []).map(([where, place, zh, en]) => ({
        doc: document(where),
        at: place,
        zh,
        en,
      })),
    };
  });
}

function fromOwn(own: OwnEntry, bundled: Known | undefined): Known {
  const { term, aliases, kind, zh, en, enText, where } = own;
  const rest = bundled ?? { since: null, sources: [], related: [], mentions: [], elsewhere: [] };
  const { since, sources, related, mentions, elsewhere } = rest;
  return {
    id: ownId(own),
    own: true,
    quiet: false,
    term,
    aliases,
    kind,
    zh,
    en,
    enOfficial: null,
    enText,
    where,
    since,
    sources,
    related,
    mentions,
    elsewhere,
    // Who writes an entry wants to see it.
    common: 0,
  };
}
