import type { LabelledFact } from '../types.ts';
import type { Seen } from './head.ts';

/** What official sites call the facts of a document, as far as they tell its identity. */
const NAMES =
  '索引号|主题分类|公文种类|(?:发文|发布|制发|制定)(?:机关|单位|机构|部门)|(?:成文|印发|发文|签发|生成|发布|公布|公开|实施|施行|生效|失效|废止)(?:日期|时间)|(?:文件)?(?:标题|名称)|发文字号|(?:发文)?文号|文件编号|有效性|时效性|主题词|信息来源|来源';
const ALONE = new RegExp(`^(?:${NAMES}):?$`);
const INSIDE = new RegExp(`(${NAMES}):`, 'g');

/** Whether a folded line is a label whose value stands on the next line. */
export function isLabel(line: string): boolean {
  return line.length <= 8 && ALONE.test(line);
}

/**
 * The facts in the first lines of a text that was copied from a page together with its block of facts:
 * `label：value`, several of them on a line, or the value on the line below.
 */
export function pairsInHead(head: readonly Seen[]): LabelledFact[] {
  const pairs: LabelledFact[] = [];
  head.forEach((seen, i) => {
    if (isLabel(seen.text)) {
      const next = head[i + 1];
      if (next && !isLabel(next.text) && next.text.length <= 120) {
        pairs.push({ label: seen.text.replace(':', ''), value: next.text });
      }
      return;
    }
    if (seen.text.length > 200 || seen.role === 'addressee' || !seen.text.includes(':')) return;
    const labels = [...seen.text.matchAll(INSIDE)];
    labels.forEach((label, j) => {
      const value = seen.text.slice(label.index + label[0].length, labels[j + 1]?.index);
      if (value && label[1]) pairs.push({ label: label[1], value: value.replace(/[)〕]$/, '') });
    });
  });
  return pairs;
}
