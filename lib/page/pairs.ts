import type { LabelledFact } from '../reading/types.ts';
import { oneLine, squeeze } from './blank.ts';
import {
  all,
  allIn,
  closest,
  contains,
  dataOf,
  isElement,
  nextSibling,
  pageBody,
  parentOf,
  tagOf,
  textOf,
} from './dom.ts';
import { NUMBER_LINE } from './lines.ts';
import { nextText } from './walk.ts';

/** What official sites call the facts of a document, white space removed. */
const LABELS = new Set(
  (
    '索引号 信息索引号 主题分类 信息分类 组配分类 体裁分类 信息类别 分类 发文机关 发文单位 发文机构 发布机构 发布单位 ' +
    '发布机关 制发机关 制定机关 公布机关 联合发文单位 公开责任部门 责任部门 信息来源 来源 文章来源 稿源 成文日期 ' +
    '发文日期 印发日期 签发日期 生成日期 发布日期 公布日期 公开日期 发布时间 发文时间 成文时间 公开时限 标题 名称 ' +
    '信息名称 文件名称 文件标题 发文字号 发文号 文号 文件编号 文件字号 统一编号 登记号 公文种类 文种 公文类型 有效性 ' +
    '是否有效 时效性 效力状态 文件状态 实施日期 施行日期 生效日期 执行日期 失效日期 废止日期 终止日期 有效期 有效期至 ' +
    '主题词 关键词 内容概述 公开方式 公开形式 公开程序 服务对象 备注'
  ).split(' '),
);

/** Words that end a value where several facts stand in one line, but are no facts themselves. */
const OTHER_LABELS = '字号|字体|浏览次数|浏览|阅读|点击|打印|分享|视力保护色|作者|编辑|责任编辑';
const ANY_LABEL = [...LABELS].sort((a, b) => b.length - a.length).join('|');
const LABEL_AND_COLON = new RegExp(`[【\\[]?(${ANY_LABEL}|${OTHER_LABELS})[】\\]]?[:：]`, 'g');
const STARTS_WITH_LABEL = new RegExp(`^\\s*[【\\[]?\\s*(?:${ANY_LABEL})\\s*[】\\]]?\\s*[:：]`);

/** Bounds of what one page may say; the background refuses more. */
const MOST_PAIRS = 120;
const LONGEST_LABEL = 60;
const LONGEST_VALUE = 1500;
const MOST_TEXTS = 6000;

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
    const text = oneLine(line).replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff]*[:：])/g, '');
    const labels = [...text.matchAll(LABEL_AND_COLON)];
    labels.forEach((label, i) => {
      const name = label[1] as string;
      if (LABELS.has(name)) this.add(name, text.slice(label.index + label[0].length, labels[i + 1]?.index));
    });
  }
}

function nextElement(node: Node): Element | null {
  for (let next = nextSibling(node); next; next = nextSibling(next)) if (isElement(next)) return next;
  return null;
}

/** Labels and values in the cells of tables and in definition lists. */
function fromCells(document: Document, pairs: Pairs, body: Element | null): void {
  for (const cell of allIn(document, 'td, th, dt')) {
    if (body && contains(body, cell) && !isFactTable(cell, body)) continue;
    const text = textOf(cell);
    if (text.length > 400 || all(cell, 'table').length > 0) continue;
    const label = nameOf(text);
    if (LABELS.has(label) || (/[:：]\s*$/.test(text) && label.length <= 12 && isFactTable(cell, null))) {
      const value = nextElement(cell);
      if (value && (tagOf(value) === 'td' || tagOf(value) === 'dd')) pairs.add(label, textOf(value));
    } else if (STARTS_WITH_LABEL.test(text)) {
      pairs.addLine(text);
    }
  }
}

/** Whether a cell's table holds facts of a document. Inside the body it takes three labels to believe it. */
function isFactTable(cell: Element, body: Element | null): boolean {
  const table = closest(cell, 'table, dl');
  if (!table || (body && !contains(body, table))) return false;
  let known = 0;
  for (const other of all(table, 'td, th, dt').slice(0, 40))
    if (LABELS.has(nameOf(textOf(other).slice(0, 40)))) known++;
  return known >= (body ? 3 : 2);
}

/** Labels at the beginning of a text outside the body, and lone document numbers there. */
function fromTexts(document: Document, pairs: Pairs, body: Element | null): void {
  const root = pageBody(document);
  if (!root) return;
  const skips = (element: Element) =>
    element === body || /^(?:script|style|noscript|select|iframe)$/.test(tagOf(element));
  let looked = 0;
  for (let text = nextText(root, root, skips, true); text; text = nextText(text, root, skips)) {
    if (++looked > MOST_TEXTS) return;
    const data = dataOf(text);
    if (data.length < 3 || data.length > 600) continue;
    if (NUMBER_LINE.test(data) && /号\s*[)）]?\s*$/.test(data)) pairs.add('发文字号', data);
    else if (STARTS_WITH_LABEL.test(data) || /[:：]\s*$/.test(data)) pairs.addLine(lineAround(text));
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
