import * as OpenCC from 'opencc-js';
import { makeDocument } from './documents.ts';
import type { Random } from './random.ts';
import { rewrite, type Tracked, Writer } from './tracked.ts';

/** A page that carries the document in another form. */
export interface Mutated extends Tracked {
  /** The document's place on the page, where the page holds others and they could be told apart. */
  within?: { start: number; end: number };
}

export interface Mutation {
  name: string;
  change: (source: Tracked, random: Random) => Mutated;
}

const lines = (text: string) => [...text.matchAll(/[^\n]*\n?/g)].filter(([line]) => line !== '');
const SENTENCE = /[^。；\n]+[。；\n]?/g;

/** Site chrome around a body. */
function chrome(source: Tracked): Tracked {
  return new Writer(source)
    .put(
      '首页 政务公开 办事服务 互动交流\n当前位置：首页 > 政策文件\n字号：大 中 小 打印\n发布时间：2025年3月5日\n',
    )
    .keep(0, source.text.length)
    .put('\n相关稿件\n一图读懂实施办法\n办理结果由窗口书面告知申请人。\n主办单位 网站地图 备案编号20250001号')
    .done();
}

/** Indents, blank lines, other widths and brackets. */
function template(source: Tracked): Tracked {
  const widths: Record<string, string> = { '（': '(', '）': ')', '，': ',', '；': ';', ':': '：', '%': '％' };
  const swapped = rewrite(source, /[（），；:%]/g, (mark) => widths[mark] ?? null);
  return rewrite(swapped, /\n/g, () => '\n\n\u3000\u3000');
}

/** Line ends at every 30 characters, blanks within words. */
function split(source: Tracked, r: Random): Tracked {
  const writer = new Writer(source);
  for (let i = 0; i < source.text.length; i += 5) {
    writer.keep(i, Math.min(i + 5, source.text.length));
    if (i % 30 === 25) writer.put('\n');
    else if (r.chance(0.2)) writer.put(r.pick(['\u00a0', '\u200b', ' ', '\u3000', '\n']));
  }
  return writer.done();
}

function inserted(source: Tracked, r: Random): Tracked {
  const others = makeDocument(r).text.match(/[^。\n]{12,}。/g) ?? [];
  const writer = new Writer(source);
  for (const match of source.text.matchAll(SENTENCE)) {
    writer.keep(match.index, match.index + match[0].length);
    if (r.chance(0.15)) writer.put(r.pick(others));
  }
  return writer.done();
}

function deleted(source: Tracked, r: Random): Tracked {
  const writer = new Writer(source);
  for (const match of source.text.matchAll(SENTENCE))
    if (!r.chance(0.2)) writer.keep(match.index, match.index + match[0].length);
  return writer.done();
}

/** Articles in another order, numbered anew. */
function reordered(source: Tracked, r: Random): Tracked {
  const starts = [...source.text.matchAll(/^第[^条\n]+条/gm)].map((match) => match.index);
  const labels = [...source.text.matchAll(/^第[^条\n]+条/gm)].map(([label]) => label);
  const annex = source.text.indexOf('\n附件', starts.at(-1) ?? 0) + 1;
  const table = annex > 0 ? annex : source.text.length;
  const parts = starts.map((start, i) => ({
    start,
    end: starts[i + 1] ?? table,
    label: labels[i] as string,
  }));
  const writer = new Writer(source).keep(0, starts[0] ?? 0);
  for (const [i, part] of r.shuffled(parts).entries()) {
    const body = part.start + part.label.length;
    writer.replace(part.start, body, labels[i] as string, labels[i] !== part.label).keep(body, part.end);
  }
  return writer.keep(table, source.text.length).done();
}

const OTHER_WORDS: Record<string, string[]> = {
  应当: ['不得', '应当不'],
  可以: ['不可以', '不得'],
  不得: ['应当', '可以'],
  不超过: ['不低于', '超过'],
  以上: ['以下'],
  以下: ['以上'],
  未办理: ['已办理'],
  个工作日: ['日', '个月'],
  万元: ['元', '亿元'],
  日前: ['日后'],
};

/** Another number, date, unit, bound or negation, in this share of the places that have one. */
const contradicted =
  (share: number) =>
  (source: Tracked, r: Random): Tracked => {
    const number = (match: string) => {
      if (/^\d/.test(match)) {
        const at = r.int(0, match.length - 1);
        const digit = (Number(match[at]) + r.int(1, 9)) % 10;
        return r.pick([`${match.slice(0, at)}${digit}${match.slice(at + 1)}`, `1${match}`, `${match}0`]);
      }
      if (/^[一二两三四五]年$/.test(match)) return match === '三年' ? '五年' : '三年';
      return r.pick(OTHER_WORDS[match] ?? ['']);
    };
    const pattern = /\d+|[两三四五]年|应当|可以|不得|不超过|以上|以下|未办理|个工作日|万元|日前/g;
    return rewrite(source, pattern, (match) => (r.chance(share) ? number(match) : null), true);
  };

const LOOK_ALIKE = '曰入己末土千干问间木本大太天夫未人八日目白自由甲申0O1l';

const noise =
  (share: number) =>
  (source: Tracked, r: Random): Tracked =>
    rewrite(source, /[^\n]/g, () => (r.chance(share) ? r.pick([...LOOK_ALIKE]) : null));

const OTHER_NAMES: readonly (readonly [RegExp, string])[] = [
  [/行政服务中心/g, '政务大厅'],
  [/补助/g, '补贴资金'],
  [/书面/g, '以书面形式'],
  [/实际支出/g, '支出'],
  [/受理/g, '接收并受理'],
];

/** A later version: articles put in and numbered anew, words and numbers changed, sentences gone. */
function amended(source: Tracked, r: Random): Tracked {
  let out = source;
  for (const [old, now] of OTHER_NAMES) out = rewrite(out, old, () => (r.chance(0.5) ? now : null));
  out = contradicted(0.1)(out, r);
  const writer = new Writer(out);
  for (const match of out.text.matchAll(SENTENCE)) {
    if (/^第[^条]+条/.test(match[0]) && r.chance(0.1)) {
      const other = (makeDocument(r).text.match(/^第.*$/gm) ?? [])[r.int(0, 9)];
      if (other) writer.put(`${other}\n`);
    }
    if (!r.chance(0.06)) writer.keep(match.index, match.index + match[0].length);
  }
  return writer.done();
}

/** Sentences next to others are edited, every second one stays. */
function neighbours(source: Tracked): Tracked {
  let turn = 0;
  return rewrite(source, SENTENCE, (whole) =>
    turn++ % 2 === 0 || whole.length < 8
      ? null
      : `各有关单位按职责分工做好衔接，${whole.slice(0, 4)}从严把握。`,
  );
}

const toTraditional = OpenCC.Converter({ from: 'cn', to: 't' });

/** As a gate page shows it, character by character. */
function traditional(source: Tracked): Tracked {
  return rewrite(source, /[^\n]/g, (character) => toTraditional(character));
}

function half(which: 0 | 1) {
  return (source: Tracked): Tracked => {
    const rows = lines(source.text);
    const cut = rows[rows.length >> 1]?.index ?? 0;
    const writer = new Writer(source);
    return which === 0 ? writer.keep(0, cut).done() : writer.keep(cut, source.text.length).done();
  };
}

/** Between two others of its kind. */
const among =
  (known: boolean) =>
  (source: Tracked, r: Random): Mutated => {
    const before = `${makeDocument(r).text}\n`;
    const page = new Writer(source)
      .put(before)
      .keep(0, source.text.length)
      .put(`\n${makeDocument(r).text}`)
      .done();
    if (!known) return page;
    return { ...page, within: { start: before.length, end: before.length + source.text.length } };
  };

/** On one page with its later version, which stands first. */
function twoVersions(source: Tracked, r: Random): Mutated {
  const other = `${amended(source, r).text}\n`;
  const page = new Writer(source).put(other).keep(0, source.text.length).done();
  return { ...page, within: { start: other.length, end: page.text.length } };
}

/** How pages change, and how the same document looks elsewhere. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'the same page', change: (source) => source },
  { name: 'another template: indents, widths, brackets', change: template },
  { name: 'site chrome around it', change: chrome },
  { name: 'split nodes: line ends and blanks within words', change: split },
  { name: 'sentences put in (15 %)', change: inserted },
  { name: 'sentences taken out (20 %)', change: deleted },
  { name: 'every second sentence edited', change: neighbours },
  { name: 'articles reordered and renumbered', change: reordered },
  { name: 'numbers, bounds, negations changed (30 %)', change: contradicted(0.3) },
  { name: 'numbers, bounds, negations changed (all)', change: contradicted(1) },
  { name: 'noise of text recognition, 2 %', change: noise(0.02) },
  { name: 'noise of text recognition, 8 %', change: noise(0.08) },
  { name: 'traditional characters', change: traditional },
  { name: 'traditional characters in another template', change: (s) => template(traditional(s)) },
  { name: 'amended version', change: amended },
  {
    name: 'amended version in another template with chrome',
    change: (s, r) => chrome(template(amended(s, r))),
  },
  { name: 'first half only', change: half(0) },
  { name: 'second half only', change: half(1) },
  { name: 'among two others of its kind, borders known', change: among(true) },
  { name: 'among two others of its kind, borders unknown', change: among(false) },
  { name: 'on one page with a later version', change: twoVersions },
];
