import { identify } from './documents/identity.ts';
import { splitLines } from './documents/splitting.ts';
import type { Folded } from './fold.ts';
import { linesOf } from './outline/lines.ts';
import type { DocumentPart, Input, OutlineItem } from './types.ts';

/**
 * Finds the documents that a text holds, and what each of them is.
 *
 * @param input text, blocks and the page's facts
 * @param folded the same text, folded
 * @returns the documents in text order, which together span the text, and which one is the main one.
 *   Linear time.
 */
export function splitDocuments(
  input: Input,
  folded: Folded,
  _outline: OutlineItem[],
): { documents: DocumentPart[]; main: number } {
  const lines = linesOf(folded, input.blocks);
  const starts = splitLines(folded.text, lines);
  const documents = starts.map((start, i): DocumentPart => {
    const own = lines.slice(start, starts[i + 1] ?? lines.length);
    const metadata = identify({ source: input.text, text: folded.text, lines: own });
    return {
      start: i === 0 ? 0 : (lines[start]?.block.start ?? 0),
      end: lines[starts[i + 1] ?? lines.length]?.block.start ?? input.text.length,
      metadata,
    };
  });
  return { documents, main: 0 };
}
