import type { Line } from '../outline/lines.ts';
import { closing } from '../terms/scan.ts';
import type { Relation } from '../types.ts';
import { type DocNumber, findNumbers } from './numbers.ts';
import { isDocumentTitle } from './titles.ts';

/** A title in a list or a table of documents, most of them without 《》. Folded offsets. */
export interface Listed {
  start: number;
  end: number;
  title: string;
  docNumber: string | null;
  /** Where the number stands; -1 where there is none. */
  numberAt: number;
  relation: Relation;
  /** The title stands in 《》 after all; `start` is that of the 《. */
  quoted: boolean;
}

const LABEL =
  /^(?:第[一二三四五六七八九十百\d]{1,5}[条项]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十百\d]{1,4}\)|\d{1,3}[.、](?!\d)|[①-⑳]|[-*•])?/;
/** Facts behind a title: who issued it and when, its number. (试行) and (修订) are part of the title. */
const FACTS = /年|号|令|发布|公布|施行|印发|共\d/;

const LISTING = /下列|以下|如下|目录|清单|名单|\d+[件部项]/;
/** 附件2 决定废止的规章: the list is the attachment. */
const ATTACHED = /^附件[一二三四五六七八九\d]{0,2}:?.{0,20}(?:废止|失效|修改|延长)的/;
const VERBS: [RegExp, Relation][] = [
  [/废止|失效|停止执行|停止施行|不再执行/, 'repeals'],
  [/有效期(?:限)?(?:延长|延续|顺延)|(?:延长|延续|顺延)[^。]{0,8}有效期|延期执行/, 'extends'],
  [/修改|修订|修正/, 'amends'],
];
const VERB = /继续有效|予以保留|废止|失效|停止执行|停止施行|不再执行|延长|延续|顺延|延期执行|修改|修订|修正/g;
const STOP = /^(?:本(?:决定|通知|公告|令|办法|规定)|此前|特此|现将)|起(?:施行|实施|生效|执行)/;

/**
 * Finds the titles that a decision lists as repealed, amended or extended: in numbered lines
 * below 下列规章予以废止, and in the tables of a 目录.
 *
 * @param isStart whether a document starts with the line: a list ends there
 */
export function findListed(text: string, lines: readonly Line[], isStart: (line: Line) => boolean): Listed[] {
  const listed: Listed[] = [];
  const leads = leadsIn(text, lines);
  if (leads.size === 0) return listed;
  let relation: Relation | null = null;
  let lastRow = '';
  let lastInRow: Listed | null = null;
  for (const [i, line] of lines.entries()) {
    const length = line.end - line.start;
    const isCell = line.block.kind === 'cell';
    if (isStart(line)) relation = null;
    const lead = leads.get(i);
    if (lead !== undefined) {
      relation = lead;
      continue;
    }
    if (relation && !isCell && STOP.test(text.slice(line.start, Math.min(line.end, line.start + 160))))
      relation = null;
    if (!relation || length > 400) continue;
    const row = isCell ? `${line.block.table}:${line.block.row}` : '';
    if (isCell && lastInRow && lastRow === row) {
      // The number stands in a cell of its own.
      const number = findNumbers(text.slice(line.start, line.end))[0];
      if (number && lastInRow.docNumber === null) {
        lastInRow.docNumber = number.value;
        lastInRow.numberAt = line.start + number.start;
      }
      continue;
    }
    const title = titleOf(text, line, relation);
    if (!title) continue;
    listed.push(title);
    lastRow = row;
    lastInRow = isCell ? title : null;
  }
  return listed;
}

/** The lines that lead a list, by index. Most texts have none: found out in one pass. */
function leadsIn(text: string, lines: readonly Line[]): Map<number, Relation | null> {
  const leads = new Map<number, Relation | null>();
  let i = 0;
  for (const { index } of text.matchAll(VERB)) {
    while (i < lines.length && (lines[i] as Line).end <= index) i++;
    const line = lines[i];
    if (!line || leads.has(i) || line.block.kind === 'cell' || line.end - line.start > 160) continue;
    const lead = leadOf(text.slice(line.start, line.end));
    if (lead !== undefined) leads.set(i, lead);
  }
  return leads;
}

/** The relation that a line gives to the list below it; undefined where it leads none, null where it is mixed. */
function leadOf(body: string): Relation | null | undefined {
  if (/[《]/.test(body) || !(LISTING.test(body) || ATTACHED.test(body))) return undefined;
  const verbs = VERBS.filter(([verb]) => verb.test(body)).map(([, relation]) => relation);
  // 继续有效的规范性文件目录 ends the list of those that are not.
  if (/继续有效|予以保留/.test(body)) return null;
  if (verbs.length === 0 || /中的|第[一二三四五六七八九十百\d]+条|“/.test(body)) return undefined;
  return verbs.length === 1 ? (verbs[0] as Relation) : null;
}

function titleOf(text: string, line: Line, relation: Relation): Listed | null {
  const body = text.slice(line.start, line.end);
  const from = (LABEL.exec(body)?.[0] ?? '').length;
  let to = body.length;
  while (to > from && /[。;,、]/.test(body.charAt(to - 1))) to--;
  let facts = '';
  let factsAt = 0;
  for (let cut = openOfLast(body, from, to); cut > from; cut = openOfLast(body, from, to)) {
    const inside = body.slice(cut + 1, to - 1);
    if (!FACTS.test(inside) || /^(?:\d{4}|[一二]〇..)(?:年(?:版|本)|[-至])/.test(inside)) break;
    facts = inside;
    factsAt = line.start + cut + 1;
    to = cut;
  }
  // 《…》 and nothing else: read elsewhere, but what happens to it stands above.
  const quoted = body.charAt(from) === '《' && closing(body, from, 160) === to - 1;
  const title = body.slice(from, to);
  if (
    !quoted &&
    (title.length < 5 ||
      title.length > 100 ||
      /[。;:,!?《》]|^(?:将|对|删|增|在|第|其他)|应当|不得|可以|必须|负责/.test(title))
  )
    return null;
  if (!isDocumentTitle(quoted ? title.slice(1, -1) : title)) return null;
  const number = numberOfIssue(facts);
  return {
    start: line.start + from,
    end: line.start + to,
    title,
    docNumber: number?.value ?? null,
    numberAt: number ? factsAt + number.start : -1,
    relation,
    quoted,
  };
}

/**
 * The number under which a document came out, from the facts in its bracket: of （… 发布 根据…令第54号修正）
 * the number is the revision's.
 */
function numberOfIssue(facts: string): DocNumber | null {
  const number = findNumbers(facts)[0];
  return number && !/根据|修正|修订/.test(facts.slice(0, number.start)) ? number : null;
}

/** Where the bracket at the end of a piece opens; -1 where it does not end in one. */
function openOfLast(body: string, from: number, to: number): number {
  if (!/[)〕]/.test(body.charAt(to - 1))) return -1;
  let depth = 0;
  for (let i = to - 1; i >= from; i--) {
    const char = body.charAt(i);
    if (char === ')' || char === '〕') depth++;
    else if ((char === '(' || char === '〔') && --depth === 0) return i;
  }
  return -1;
}
