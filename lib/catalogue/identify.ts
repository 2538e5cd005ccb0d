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
  return documents.map((part) => {
    const at = identifyPart(catalogue, part, matches);
    return at === null ? null : (catalogue.entries[at]?.id ?? null);
  });
}

function identifyPart(catalogue: Catalogue, part: DocumentPart, matches: readonly Match[]): number | null {
  const named = lookUp(catalogue, part.metadata);
  const texts = textsOf(catalogue, part, matches);
  if (named.length > 1) {
    const both = named.filter((at) => texts.some((text) => text.at === at));
    return both.length === 1 ? (both[0] as number) : null;
  }
  const [only] = named;
  if (only === undefined) return settled(texts);
  if (texts.some(({ at }) => at === only)) return only;
  const entry = catalogue.entries[only] as Entry;
  if (numberOf(entry, part.metadata.docNumber) === 'yes') return only;
  if (texts.length > 0) return settled(texts.filter(({ coverage }) => coverage >= MOSTLY));
  const absent = catalogue.prints[only] !== undefined && part.end - part.start >= ENOUGH;
  return absent ? null : only;
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
    const entry = catalogue.entries[at] as Entry;
    if (numberOf(entry, part.metadata.docNumber) === 'no') continue;
    const titled = lookUp(catalogue, part.metadata).includes(at) || renamed(entry, part.metadata);
    const holdsMost = shared >= (match.end - match.start) / 2;
    if (!titled && !holdsMost) continue;
    const untitled = !part.metadata.title && !part.metadata.noticeTitle;
    if (titled || untitled || match.coverage >= MOSTLY) texts.push({ at, coverage: match.coverage });
  }
  return texts;
}

/** The one text that stands out, or null. */
function settled(texts: readonly Text[]): number | null {
  const [best, next] = [...texts].sort((a, b) => b.coverage - a.coverage);
  if (!best) return null;
  return next && next.at !== best.at && next.coverage > best.coverage * 0.8 ? null : best.at;
}
