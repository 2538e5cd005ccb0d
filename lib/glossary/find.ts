import type { Folded } from '../reading/fold.ts';
import type { Span } from '../reading/types.ts';
import type { Glossary } from './glossary.ts';
import { keyOf, proofOf } from './key.ts';
import { findWords } from './match.ts';
import type { Table } from './table.ts';
import type { EntryKind, Found, Hit } from './types.ts';

/** What a form of the table stands for, as the background tells the page's reader. */
export interface Named {
  form: number;
  /** The word itself: a hash may have met it by chance. */
  key: string;
  /** It counts only in quotation marks. */
  quoted: boolean;
  id: string;
  term: string;
  common: number;
  kind: EntryKind;
  en: string;
}

/** A form of the packed table that was met in a text, and `proofOf` what stands there. */
export type Met = [form: number, proof: number];

/** What was met at hits, each word once. */
export function metAt(text: string, hits: readonly Hit[]): Met[] {
  const met = new Map<string, Met>();
  for (const { start, end, form } of hits) {
    const words = text.slice(start, end);
    const seen = `${form} ${words}`;
    if (!met.has(seen)) met.set(seen, [form, proofOf(keyOf(words))]);
  }
  return [...met.values()];
}

/** The terms that forms of the packed table stand for; those that were met by chance, or not at all, are left out. */
export function nameForms(glossary: Glossary, met: readonly Met[]): Named[] {
  const named = new Map<number, Named>();
  for (const [form, proof] of met) {
    const { key, entry, quoted = false } = glossary.forms[form] ?? {};
    const known = entry === undefined ? undefined : glossary.entries[entry];
    if (key === undefined || !known || proofOf(key) !== proof) continue;
    const { id, term, common, kind, en } = known;
    named.set(form, { form, key, quoted, id, term, common, kind, en });
  }
  return [...named.values()];
}

/** The terms at hits; hits of words that are not there after all are left out. */
export function foundAt(text: string, hits: readonly Hit[], named: readonly Named[]): Found[] {
  const byForm = new Map(named.map((one) => [one.form, one]));
  /** Keys of spellings that were looked at already: a text has few. */
  const keys = new Map<string, string>();
  return hits.flatMap(({ start, end, form, inTitle }): Found[] => {
    const one = byForm.get(form);
    if (!one || (one.quoted && !isQuoted(text, start, end))) return [];
    // 区民政局 is another office than the city's 民政局.
    if (one.kind === 'body' && /[区县]/.test(text.charAt(start - 1))) return [];
    if (end - start !== one.key.length || !text.startsWith(one.key, start)) {
      const words = text.slice(start, end);
      const key = keys.get(words) ?? keyOf(words);
      keys.set(words, key);
      if (key !== one.key) return [];
    }
    return [{ ...withQuotes(text, start, end), id: one.id, term: one.term, common: one.common, inTitle }];
  });
}

/** Finds the glossary's terms in a text, where glossary and text are in one place. */
export function findTerms(text: string, folded: Folded, glossary: Glossary, table: Table): Found[] {
  const hits = findWords(text, folded, table);
  return foundAt(text, hits, nameForms(glossary, metAt(text, hits)));
}

/** A place with the quotation mark beside it whose other half it holds: “双随机”一公开, not 双随机”一公开. */
function withQuotes(text: string, start: number, end: number): Span {
  const words = text.slice(start, end);
  const opened = words.split('“').length;
  const closed = words.split('”').length;
  if (closed > opened && text.charAt(start - 1) === '“') return { start: start - 1, end };
  if (opened > closed && text.charAt(end) === '”') return { start, end: end + 1 };
  return { start, end };
}

/** Whether a place of a text stands in quotation marks. */
function isQuoted(text: string, start: number, end: number): boolean {
  return /["'“‘「『＂]/.test(text.charAt(start - 1)) && /["'”’」』＂]/.test(text.charAt(end));
}
