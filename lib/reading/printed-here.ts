import type { Block, BlockKind, Citation, DocumentPart, Input, Span } from './types.ts';

/** White space and the marks around a name, which a heading and a citation set differently. */
const LOOSE = /[\s\u3000《》〈〉“”"]/g;
/** Where a title stands in these it is one of a list, not the head of a document. */
const ROWS: ReadonlySet<BlockKind> = new Set(['cell', 'item', 'signature']);

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
  { text, blocks }: Pick<Input, 'text' | 'blocks'>,
  documents: readonly DocumentPart[],
  { title, docNumber, start, inner }: Citation,
): Span | null {
  if (inner || (!title && !docNumber)) return null;
  const wanted = title ? squeeze(title) : '';
  if (wanted) {
    const isTitle = (block: Block) =>
      !block.link &&
      !ROWS.has(block.kind) &&
      block.end - block.start >= wanted.length &&
      block.end - block.start < wanted.length * 2 &&
      (start < block.start || start >= block.end) &&
      squeeze(text.slice(block.start, block.end)) === wanted;
    const line = blocks.find((block) => block.start > start && isTitle(block)) ?? blocks.find(isTitle);
    if (line) return { start: line.start, end: line.end };
  }
  const part = documents.find(({ start: from, end, metadata }) => {
    if (from <= start && start < end) return false;
    if (wanted) return [metadata.title, metadata.noticeTitle].some((own) => own && squeeze(own) === wanted);
    return (
      docNumber !== null && metadata.docNumber !== null && squeeze(metadata.docNumber) === squeeze(docNumber)
    );
  });
  return part ? { start: part.start, end: part.end } : null;
}
