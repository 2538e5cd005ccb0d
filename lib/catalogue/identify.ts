import type { DocumentPart } from '../reading/types.ts';
import type { Catalogue } from './catalogue.ts';
import type { Entry } from './facts.ts';
import { lookUp, numberOf, renamed } from './look-up.ts';
import type { Match } from './types.ts';

/** A text of this many characters that holds nothing of a known text is not that text. */
const ENOUGH = 1000;
/** So much of a known text settles it, whatever title was read. */
const MOSTLY = 0.8;

/**
 * Which known document each document of a page is.
 *
 * By number and title where both fit; else by text. The same title with another number is another
 * document. Where two are equally likely, or title and text disagree, the answer is null: nothing is
 * guessed.
 *
 * @param documents what was read on the page
 * @param matches what `matchText` found on it
 * @returns a catalogue id or null for each of `documents`
 */
export function identify(
  catalogue: Catalogue,
  documents: readonly DocumentPart[],
  matches: readonly Match[],
): (string | null)[] {
  return identities(catalogue, documents, matches).map(({ id }) => id);
}

/** As which known document a document of a page was identified; where it could be one of several, as which. */
export interface Identity {
  id: string | null;
  /** Catalogue ids to choose from, the likeliest first; empty where `id` is there or nothing is like it. */
  choices: string[];
}

/** More than a reader can choose from; a title that so many share says nothing. */
const MOST_CHOICES = 8;

/** What `identify` says, and between which known documents it could not decide. */
export function identities(
  catalogue: Catalogue,
  documents: readonly DocumentPart[],
  matches: readonly Match[],
): Identity[] {
  const idOf = (at: number) => catalogue.entries.at(at)?.id ?? '';
  return documents.map((part) => {
    const [only, ...others] = identifyPart(catalogue, part, matches);
    if (only === undefined) return { id: null, choices: [] };
    if (others.length === 0) return { id: idOf(only), choices: [] };
    const choices = others.length < MOST_CHOICES ? [only, ...others].map(idOf) : [];
    return { id: null, choices };
  });
}

/** @returns the one entry that it is, several that it may be, or none */
function identifyPart(catalogue: Catalogue, part: DocumentPart, matches: readonly Match[]): number[] {
  const named = lookUp(catalogue, part.metadata);
  const texts = textsOf(catalogue, part, matches);
  if (named.length > 1) {
    const both = named.filter((at) => texts.some((text) => text.at === at));
    return both.length > 0 ? both : named;
  }
  const [only] = named;
  if (only === undefined) return settled(texts);
  if (texts.some(({ at }) => at === only)) return [only];
  const entry = catalogue.entries.at(only) as Entry;
  if (numberOf(entry, part.metadata.docNumber) === 'yes') return [only];
  if (texts.length > 0) {
    const whole = settled(texts.filter(({ coverage }) => coverage >= MOSTLY));
    // The title says one document, a part of the text another.
    return whole.length > 0 ? whole : [only, ...texts.map(({ at }) => at)];
  }
  const absent = catalogue.prints.at(only) !== undefined && part.end - part.start >= ENOUGH;
  return absent ? [] : [only];
}

interface Text {
  at: number;
  coverage: number;
}

/** The known texts that a document of the page may be: those that stand in it, and that its own facts allow. */
function textsOf(catalogue: Catalogue, part: DocumentPart, matches: readonly Match[]): Text[] {
  const texts: Text[] = [];
  for (const match of matches) {
    const at = catalogue.byId.get(match.id);
    const shared = Math.min(part.end, match.end) - Math.max(part.start, match.start);
    if (at === undefined || shared <= 0) continue;
    const entry = catalogue.entries.at(at) as Entry;
    if (numberOf(entry, part.metadata.docNumber) === 'no') continue;
    const titled = lookUp(catalogue, part.metadata).includes(at) || renamed(entry, part.metadata);
    const holdsMost = shared >= (match.end - match.start) / 2;
    if (!titled && !holdsMost) continue;
    const untitled = !part.metadata.title && !part.metadata.noticeTitle;
    if (titled || untitled || match.coverage >= MOSTLY) texts.push({ at, coverage: match.coverage });
  }
  return texts;
}

/** The one text that stands out, or those that stand equally well. */
function settled(texts: readonly Text[]): number[] {
  const ordered = [...texts].sort((a, b) => b.coverage - a.coverage);
  const good = ordered.filter(({ coverage }) => coverage > (ordered[0]?.coverage ?? 0) * 0.8);
  return [...new Set(good.map(({ at }) => at))];
}
