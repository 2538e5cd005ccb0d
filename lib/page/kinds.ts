import type { Block, BlockKind } from '../reading/types.ts';
import { squeeze } from './blank.ts';
import type { Draft } from './draft.ts';
import {
  ADDRESSEE,
  ARTICLE,
  ATTACHMENT,
  BRACKET_LINE,
  CHAPTER,
  DATE_LINE,
  FIRST_LEVEL,
  LATER_LEVEL,
  NUMBER_LINE,
  ORDER_LINE,
  SECOND_LEVEL,
  SENTENCE_END,
  standsAlone,
  startsItem,
  TITLE_END,
} from './lines.ts';

/** A title runs over at most this many lines, a line of it over this many characters. */
const LONGEST_TITLE = 120;
const LONGEST_HEADING = 60;
/** 第三条（定义） alone on its line; its text follows. */
const SHORT_ARTICLE = 24;
const LONGEST_SIGNER = 40;
const LOOKED_AT = 400;
const BLOCKS_A_SLICE = 500;
/** Joint notices are signed by up to sixteen bodies. */
const MOST_SIGNERS = 16;

/** Where running text begins: the first line that is neither centred nor a short label. */
function firstParagraph(drafts: readonly Draft[], texts: readonly string[]): number {
  const at = drafts.findIndex((draft, i) => {
    const text = texts[i] as string;
    if (ADDRESSEE.test(text) || ARTICLE.test(text)) return true;
    return draft.align !== 'center' && draft.heading === 0 && text.length >= 30 && SENTENCE_END.test(text);
  });
  return at < 0 ? drafts.length : at;
}

function numberedKind(text: string, bold: boolean): BlockKind | null {
  const short = text.length <= LONGEST_HEADING && !SENTENCE_END.test(text);
  if (CHAPTER.test(text) && text.length <= LONGEST_HEADING) return 'heading';
  if (ARTICLE.test(text))
    return text.length <= SHORT_ARTICLE && !SENTENCE_END.test(text) ? 'heading' : 'para';
  if (ATTACHMENT.test(text)) return text.length <= 12 ? 'heading' : 'item';
  if (FIRST_LEVEL.test(text)) return short || (bold && text.length <= LONGEST_HEADING) ? 'heading' : 'para';
  if (SECOND_LEVEL.test(text)) return short ? 'heading' : 'item';
  if (LATER_LEVEL.test(text)) return short && bold ? 'heading' : 'item';
  return null;
}

function kindOf(draft: Draft, text: string, isHead: boolean, titles: ReadonlySet<string>): BlockKind {
  if (draft.cell) return 'cell';
  const alone = standsAlone(text);
  if (alone) return draft.align === 'right' && DATE_LINE.test(text) ? 'signature' : 'other';
  const numbered = numberedKind(text, draft.bold);
  if (numbered) return draft.item && numbered === 'para' ? 'item' : numbered;
  if (draft.heading > 0)
    return (isHead || draft.heading === 1) && text.length <= LONGEST_TITLE ? 'title' : 'heading';
  if (isHead && text.length >= 4 && titles.has(squeeze(text))) return 'title';
  const ends = SENTENCE_END.test(text);
  if (draft.align === 'center' && !ends && text.length <= LONGEST_TITLE) return 'title';
  if (draft.align === 'right' && text.length <= LONGEST_SIGNER) return 'signature';
  if (draft.item) return 'item';
  if (draft.bold && !ends && text.length <= LONGEST_SIGNER) return isHead ? 'title' : 'heading';
  return 'para';
}

/** Makes the lines above a lone date its signers, from the end of a text upwards. */
function sign(kinds: BlockKind[], texts: readonly string[], first: number): void {
  for (let at = kinds.length - 1; at > first; at--) {
    if (kinds[at] === 'cell' || !DATE_LINE.test(texts[at] as string)) continue;
    kinds[at] = 'signature';
    for (let i = at - 1; i > first && at - i <= MOST_SIGNERS; i--) {
      const text = texts[i] as string;
      const kind = kinds[i];
      if (kind !== 'para' && kind !== 'title' && kind !== 'signature') break;
      if (text.length > LONGEST_SIGNER || SENTENCE_END.test(text) || startsItem(text)) break;
      if (TITLE_END.test(text) || standsAlone(text)) break;
      kinds[i] = 'signature';
    }
  }
}

/** A title cut over two paragraphs goes on in the second, unless the first one is whole. */
function isCutTitle(a: Draft, b: Draft, text: string, next: string): boolean {
  if (a.align !== b.align || a.bold !== b.bold || b.gap || a.heading !== b.heading) return false;
  // 《…管理法 ⏎ 实施条例》: a name that is still open says more than what it seems to end with.
  const open = text.lastIndexOf('《') > text.lastIndexOf('》');
  if (!open && (TITLE_END.test(text) || SENTENCE_END.test(text) || /[期号日]\s*$/.test(text))) return false;
  return !BRACKET_LINE.test(next) && !NUMBER_LINE.test(next) && !ORDER_LINE.test(next);
}

/**
 * Decides what each block is, by its place, its style and its words, some hundred at a time.
 *
 * @param text the whole text, into which the drafts' offsets point
 * @param titles what the page calls itself, without white space
 * @returns the blocks; a title laid out over several paragraphs is one block
 */
export function* blockSlices(
  drafts: readonly Draft[],
  text: string,
  titles: ReadonlySet<string>,
): Generator<undefined, Block[]> {
  // A line longer than this is a paragraph whatever it says; the patterns need not read it all.
  const texts = drafts.map((draft) => text.slice(draft.start, Math.min(draft.end, draft.start + LOOKED_AT)));
  const first = firstParagraph(drafts, texts);
  const kinds: BlockKind[] = [];
  for (const [i, draft] of drafts.entries()) {
    if (i % BLOCKS_A_SLICE === 0) yield;
    kinds.push(kindOf(draft, texts[i] as string, i < first, titles));
  }
  sign(kinds, texts, first);
  yield;
  const blocks: Block[] = [];
  drafts.forEach((draft, i) => {
    const kind = kinds[i] as BlockKind;
    const above = blocks.at(-1);
    const last = drafts[i - 1];
    const isMore = kind === 'title' && above?.kind === 'title' && last !== undefined;
    if (isMore && isCutTitle(last, draft, texts[i - 1] as string, texts[i] as string)) {
      above.end = draft.end;
      return;
    }
    const place = draft.cell ?? {};
    const link = draft.link ? { link: true } : {};
    blocks.push({ start: draft.start, end: draft.end, kind, ...place, ...link });
  });
  return blocks;
}
