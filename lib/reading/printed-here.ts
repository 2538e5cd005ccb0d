import type { Block, BlockKind, Citation, DocumentPart, Input, Span } from './types.ts';

/** White space and the marks around a name, which a heading and a citation set differently. */
const LOOSE = /[\s\u3000《》〈〉“”"]/g;
/** Where a title stands in these it is one of a list, not the head of a document. */
const ROWS: ReadonlySet<BlockKind> = new Set(['cell', 'item', 'signature']);
/** No title is longer, white space and all. */
const LONGEST = 200;

const squeeze = (text: string) => text.replace(LOOSE, '');

/**
 * Where a document that is cited stands on the same page: what a notice issues or attaches follows it, and a
 * gazette prints the documents that its own ones name.
 *
 * @param documents what was found in the text
 * @returns the line that is its title (the first one after the citation, else the first one), else the place
 *   of the page's document of that title or number; null where it is not printed here
 */
export function printedHere(
  input: Pick<Input, 'text' | 'blocks'>,
  documents: readonly DocumentPart[],
  { title, docNumber, start, inner }: Citation,
): Span | null {
  if (inner || (!title && !docNumber)) return null;
  const wanted = title ? squeeze(title) : '';
  const lines = (wanted && linesOf(input).get(wanted)) || [];
  const others = lines.filter((line) => start < line.start || start >= line.end);
  const line = others.find((one) => one.start > start) ?? others[0];
  if (line) return { start: line.start, end: line.end };
  const part = documents.find(({ start: from, end, metadata }) => {
    if (from <= start && start < end) return false;
    if (wanted) return [metadata.title, metadata.noticeTitle].some((own) => own && squeeze(own) === wanted);
    const { docNumber: own } = metadata;
    return docNumber !== null && own !== null && squeeze(own) === squeeze(docNumber);
  });
  return part ? { start: part.start, end: part.end } : null;
}

/** A long page cites a thousand times: its lines are looked at once. */
const known = new WeakMap<readonly Block[], Map<string, Span[]>>();

/** The lines of a text that may be titles, by their letters. */
function linesOf({ text, blocks }: Pick<Input, 'text' | 'blocks'>): Map<string, Span[]> {
  const before = known.get(blocks);
  if (before) return before;
  const lines = new Map<string, Span[]>();
  for (const block of blocks) {
    if (block.link || ROWS.has(block.kind) || block.end - block.start > LONGEST) continue;
    const key = squeeze(text.slice(block.start, block.end));
    const same = lines.get(key);
    if (same) same.push(block);
    else lines.set(key, [block]);
  }
  known.set(blocks, lines);
  return lines;
}
