import { KINDS, type LabelKind } from './labels.ts';

/** A heading before its level is known. */
export interface Leveled {
  kind: LabelKind;
  number: number;
  level: number;
}

/**
 * Gives every heading its level: 1 for the outermost kind of number used, 2 for the next, and so on.
 * A page may hold several texts, so this is done for each stretch from an attachment, or from a new
 * 第一条, 第一章 or 一、, to the next.
 */
export function setLevels(items: Leveled[]): void {
  let start = 0;
  let outermost: number = KINDS.length;
  items.forEach((item, i) => {
    const rank = KINDS.indexOf(item.kind);
    if (i > start && startsAnew(item, rank, outermost)) {
      levelStretch(items.slice(start, i));
      start = i;
      outermost = KINDS.length;
    }
    outermost = Math.min(outermost, rank);
  });
  levelStretch(items.slice(start));
}

/**
 * A first number that does not lie inside an outer kind: 第一节 after 第一章, and 一、 in an article, go on;
 * 第一章 after the 三、 of a notice starts anew.
 */
function startsAnew(item: Leveled, rank: number, outermost: number): boolean {
  if (item.kind === 'attachment') return true;
  return item.number === 1 && rank <= KINDS.indexOf('first') && outermost >= rank;
}

function levelStretch(items: Leveled[]): void {
  const used = KINDS.filter((kind) => kind !== 'attachment' && items.some((item) => item.kind === kind));
  const order = quotesArticles(items) ? [...used.filter((kind) => kind !== 'article'), 'article'] : used;
  for (const item of items) item.level = item.kind === 'attachment' ? 1 : order.indexOf(item.kind) + 1;
}

/** A decision that amends others quotes their articles under its own 一、 or 1.: these lie innermost. */
function quotesArticles(items: readonly Leveled[]): boolean {
  const article = items.findIndex((item) => item.kind === 'article');
  if (article <= 0) return false;
  const before = items.slice(0, article).some((item) => item.kind === 'first' || item.kind === 'third');
  return before && (items[article] as Leveled).number !== 1;
}
