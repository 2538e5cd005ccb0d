import type { LabelledFact } from '../reading/types.ts';
import { oneLine, squeeze } from './blank.ts';
import {
  all,
  allIn,
  contains,
  dataOf,
  isElement,
  nextSibling,
  pageBody,
  parentOf,
  tagOf,
  textOf,
  textsIn,
} from './dom.ts';
import { NUMBER_LINE } from './lines.ts';

/** What official sites call the facts of a document, white space removed. */
const LABEL =
  '(?:信息)?索引号|(?:主题|信息|组配|体裁|公文)?(?:分类|类别|种类|类型)|(?:联合)?(?:发文|发布|制发|制定|公布|公开责任|责任)(?:机关|单位|机构|部门)|' +
  '(?:信息|文章)?来源|稿源|(?:成文|发文|印发|签发|生成|发布|公布|公开|实施|施行|生效|执行|失效|废止|终止)(?:日期|时间|时限)|' +
  '(?:信息|文件)?(?:标题|名称)|(?:发文|文件|统一)(?:字号|编号|号)|文号|登记号|文种|是否有效|有效性|时效性|(?:效力|文件)状态|有效期至?|' +
  '主题词|关键词';
/** What ends a value where several stand in one line: any other label. */
const OTHER = '[\u4e00-\u9fff]{2,6}';
/** The patterns of labels; made at first use, since most pages that the gate looks at have none to read. */
const patterns = () => {
  made ??= {
    whole: new RegExp(`^(?:${LABEL})$`),
    withColon: new RegExp(`[【\\[]?(?:(${LABEL})|${OTHER})[】\\]]?[:：]`, 'g'),
    first: new RegExp(`^\\s*[【\\[]?\\s*(?:${LABEL})\\s*[】\\]]?\\s*[:：]`),
  };
  return made;
};
let made: Record<'whole' | 'withColon' | 'first', RegExp> | undefined;

/** 标 题：, 索 引 号： — labels that are spaced out to one width. */
const SPACED_LABEL = /(?<![^\s【[])[\u4e00-\u9fff](?: [\u4e00-\u9fff]){1,3}(?=\s?[:：])/g;

/** Bounds of what one page may say; the background refuses more. */
const MOST_PAIRS = 120;
const LONGEST_LABEL = 60;
const LONGEST_VALUE = 1500;
const MOST_TEXTS = 6000;
const MOST_TABLES = 200;
const MOST_CELLS = 60;

/** A label's words without white space, brackets and colon. */
function nameOf(text: string): string {
  return squeeze(text).replace(/^[【[（(]|[】\])）]?[:：]?$/g, '');
}

/** Facts collected once each: a template may hold its block twice, the second time empty. */
class Pairs {
  readonly found = new Map<string, string>();

  add(label: string, value: string): void {
    const text = oneLine(value).slice(0, LONGEST_VALUE);
    if (!text || label.length > LONGEST_LABEL || this.found.has(label) || this.found.size >= MOST_PAIRS)
      return;
    this.found.set(label, text);
  }

  /** Splits `发布日期：2025-03-01 来源：…` at each label that it knows. */
  addLine(line: string): void {
    const text = oneLine(line).replace(SPACED_LABEL, (label) => label.replaceAll(' ', ''));
    const labels = [...text.matchAll(patterns().withColon)];
    labels.forEach((label, i) => {
      const name = label[1];
      if (name) this.add(name, text.slice(label.index + label[0].length, labels[i + 1]?.index));
    });
  }
}

function nextElement(node: Node): Element | null {
  for (let next = nextSibling(node); next; next = nextSibling(next)) if (isElement(next)) return next;
  return null;
}

/**
 * Labels and values in the cells of tables and in definition lists. A table inside the body must
 * have three known labels to be believed, one outside two before its other labels are.
 */
function fromCells(document: Document, pairs: Pairs, body: Element | null): void {
  for (const table of allIn(document, 'table, dl').slice(0, MOST_TABLES)) {
    if (all(table, 'table').length > 0) continue; // it lays out the page
    const cells = all(table, 'td, th, dt').slice(0, MOST_CELLS);
    const texts = cells.map((cell) => textOf(cell).slice(0, 400));
    const known = texts.filter((text) => patterns().whole.test(nameOf(text))).length;
    if (body && known < 3 && contains(body, table)) continue;
    cells.forEach((cell, i) => {
      const text = texts[i] as string;
      const label = nameOf(text);
      if (patterns().whole.test(label) || (known >= 2 && label.length <= 12 && /[:：]\s*$/.test(text))) {
        const value = nextElement(cell);
        if (value && (tagOf(value) === 'td' || tagOf(value) === 'dd')) pairs.add(label, textOf(value));
      } else if (patterns().first.test(text)) {
        pairs.addLine(text);
      }
    });
  }
}

/** Labels at the beginning of a text outside the body, and lone document numbers there. */
function fromTexts(document: Document, pairs: Pairs, body: Element | null): void {
  const root = pageBody(document);
  if (!root) return;
  const texts = textsIn(document, root);
  for (
    let looked = 0, node = texts.nextNode();
    node && looked < MOST_TEXTS;
    looked++, node = texts.nextNode()
  ) {
    const data = dataOf(node as Text);
    if (data.length < 3 || data.length > 300) continue; // a gap of the source, or a script
    const isNumber = NUMBER_LINE.test(data);
    if (!isNumber && !patterns().first.test(data) && !/[:：]\s*$/.test(data)) continue;
    if (body && contains(body, node)) continue;
    if (isNumber && ![...pairs.found.values()].includes(oneLine(data))) pairs.add('发文字号', data);
    if (!isNumber) pairs.addLine(lineAround(node as Text));
  }
}

/** The line that a label begins: its own element's text, or that of the parent where the value stands beside it. */
function lineAround(text: Text): string {
  let line = dataOf(text);
  for (let node = parentOf(text), up = 0; node && isElement(node) && up < 3; node = parentOf(node), up++) {
    const whole = textOf(node);
    if (whole.length > 400) break;
    line = whole;
    if (/^t[dhr]$/.test(tagOf(node))) break;
    if (!/^\s*[【[]?[^:：]{0,16}[:：]?\s*[】\]]?\s*[:：]?\s*$/.test(whole)) break;
  }
  return line;
}

/**
 * The facts that a page's template states of its document, whatever the template: tables, lists,
 * `label：value` lines.
 *
 * @param body the text itself, which is left out
 * @returns each label once, without white space, with its first value that is not empty
 */
export function pairsOf(document: Document, body: Element | null): LabelledFact[] {
  const pairs = new Pairs();
  fromCells(document, pairs, body);
  fromTexts(document, pairs, body);
  return [...pairs.found].map(([label, value]) => ({ label, value }));
}
