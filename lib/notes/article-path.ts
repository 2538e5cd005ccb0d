import { articleFinder } from '../reading/outline/article.ts';
import type { OutlineItem, Span } from '../reading/types.ts';

const ITEM = /^[（(]([一二三四五六七八九十百]+)[）)]/;
/** An article's number with its heading, where the article's text begins on the next line: 第八条（退出）. */
const HEADED = /^第[一二三四五六七八九十百零〇\d\s\u3000]+条\s*(?:[（(【][^）)】]*[）)】])?\s*$/;

const NUMBERS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * Where a place lies, as lawyers cite it: 第三条第二款第（一）项. A paragraph (款) is named where the article has
 * more than one, an item where the place lies in one; items belong to the paragraph before them.
 *
 * @param outline headings of the document, in text order
 * @param within the document
 * @returns the nearest numbered heading where there are no articles; null where there is none
 */
export function articlePath(
  text: string,
  at: number,
  outline: readonly OutlineItem[],
  within: Span,
): string | null {
  const name = articleFinder(outline)(at);
  const index = outline.findLastIndex((item) => item.start <= at && item.label === name);
  const heading = outline[index];
  if (!name?.endsWith('条') || !heading) return name;
  const next = outline.find((item, k) => k > index && /^[第附]/.test(item.label));
  const end = Math.min(next?.start ?? within.end, within.end);
  let paragraphs = 0;
  let own = 0;
  let item = '';
  let start = heading.start;
  for (const line of text.slice(heading.start, end).split('\n')) {
    const words = line.trim();
    const number = ITEM.exec(words)?.[1];
    if (words && !number && !HEADED.test(words)) paragraphs++;
    if (start <= at) {
      own = paragraphs;
      item = number ?? '';
    }
    start += line.length + 1;
  }
  const paragraph = paragraphs > 1 && own > 0 ? NUMBERS[own] : '';
  return name + (paragraph ? `第${paragraph}款` : '') + (item ? `第（${item}）项` : '');
}
