import type { OutlineItem } from '../types.ts';

type Depth = 'outer' | 'article' | 'first' | 'second' | 'third' | 'fourth' | 'attachment';

function depthOf(label: string): Depth {
  if (label.startsWith('附')) return 'attachment';
  if (label.startsWith('第')) return label.includes('条') ? 'article' : 'outer';
  if (label.endsWith('、')) return 'first';
  if (label.startsWith('（')) return /^（\D/.test(label) ? 'second' : 'fourth';
  if (/^\d[\d.]*\.?$/.test(label)) return 'third';
  return 'fourth';
}

/**
 * Says where a place lies, in the way lawyers cite it: 第三条, or the numbers of the headings above it
 * joined (二（三）1). Chapters are not part of it, since articles are counted through.
 *
 * @param outline the headings of the text, in text order
 * @returns a function from ascending offsets to the place's name; null before the first heading
 */
export function articleFinder(outline: readonly OutlineItem[]): (offset: number) => string | null {
  let next = 0;
  let article = '';
  let first = '';
  let second = '';
  let third = '';
  return (offset) => {
    for (; next < outline.length && (outline[next] as OutlineItem).start <= offset; next++) {
      const { label } = outline[next] as OutlineItem;
      const depth = depthOf(label);
      if (depth === 'fourth') continue;
      third = depth === 'third' ? label.replace(/\.$/, '') : '';
      if (depth === 'third') continue;
      second = depth === 'second' ? label : '';
      if (depth === 'second') continue;
      first = depth === 'first' ? label.replace(/、$/, '') : '';
      if (depth === 'first') continue;
      article = depth === 'article' ? label : '';
    }
    // Items of an article belong to it: they are named 第三条第二项, not by their number.
    return article && !first ? article : first + second + third || null;
  };
}
