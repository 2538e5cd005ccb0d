import { looseKey } from '../documents/names.ts';
import { type Folded, foldedOffset } from '../fold.ts';
import type { Line } from '../outline/lines.ts';
import type { DocumentPart } from '../types.ts';
import { titleKey } from './names.ts';

/** A document of the text, as the citations need it: its place in the folded text and its own names. */
export interface Part {
  from: number;
  to: number;
  document: DocumentPart;
  /** Keys of its title and of the notice's. */
  own: Set<string>;
  /** The same, as loose keys. */
  loose: Set<string>;
}

/** The documents of the text in order, with folded places. */
export function partsOf(folded: Folded, documents: readonly DocumentPart[]): Part[] {
  return documents.map((document) => {
    const { title, noticeTitle } = document.metadata;
    const own = new Set<string>();
    for (const name of [title, noticeTitle]) if (name) own.add(titleKey(foldWidth(name)));
    return {
      from: foldedOffset(folded, document.start),
      to: foldedOffset(folded, document.end),
      document,
      own,
      loose: new Set([...own].map(looseKey)),
    };
  });
}

/** Titles in metadata are as printed; keys compare folded text. */
export function foldWidth(name: string): string {
  return name
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[【［[]/g, '〔')
    .replace(/[】］\]]/g, '〕')
    .replace(/[—–―─‐]/g, '-');
}

/** The part that holds each folded offset, for ascending offsets; the nearest earlier one between two. */
export function partFinder(parts: readonly Part[]): (offset: number) => Part | null {
  let at = 0;
  return (offset) => {
    while (at + 1 < parts.length && (parts[at + 1] as Part).from <= offset) at++;
    return parts[at] ?? null;
  };
}

/** Whether a document, or the text that its notice attaches, starts with a line. */
export function startsPart(parts: readonly Part[]): (line: Line, head: string) => boolean {
  const starts = new Set(parts.map((part) => part.from));
  const titles = new Set(parts.flatMap((part) => [...part.own]));
  // Most lines fail already by their first letter, which costs no key.
  const letters = new Set([...'《“', ...[...titles].map((title) => title.charAt(0))]);
  return (line, head) =>
    starts.has(line.start) ||
    (line.end - line.start < 120 && letters.has(head.charAt(0)) && titles.has(titleKey(head)));
}

/**
 * A body that is named by its short form in a document of its own place: of 市人民政府令第3号 in a decree of
 * 澄江市人民政府 the body is that one.
 */
export function completeNumber(value: string, issuers: readonly string[]): string {
  const short = /^([省市州县区])(?:人民)?政府(?=令)/.exec(value);
  if (!short) return value;
  const full = issuers.find((issuer) => issuer.endsWith(`${short[1]}人民政府`));
  return full ? full + value.slice(short[0].length) : value;
}
