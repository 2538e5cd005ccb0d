import type { Span } from '../types.ts';
import type { Found } from './build.ts';
import { behindLabel } from './phrase.ts';
import { definitionEnd } from './reach.ts';
import { closing, indexNear, isHan, LONGEST_SENTENCE } from './scan.ts';
import { verbAt } from './words.ts';

/**
 * What a paragraph's first words are about may be defined by its first sentence without 是指:
 * `渡口联盟是由渡口经营者组成的协作平台`, `补贴金额=载客量×单价`, `渡运费用包括船票和保险费`.
 */

/** Longest run of words before the verb. */
const LONGEST_TERM = 24;
/** A definition says within this length what sort of thing its term is. */
const LONGEST_GENUS = 120;

/** Sorts of things that a definition may name. Slogans name others: 举措, 抓手, 关键, 支撑, 主体, 依据. */
const GENUS =
  /(?:房|公寓|机构|组织|团体|制度|机制|活动|行为|方式|模式|业态|平台|系统|图案|标识|场所|场地|区域|地带|园区|片区|设施|设备|装置|工具|车辆|船舶|产品|商品|服务|资金|基金|费用|款项|补贴|补助|津贴|保险|收入|企业|单位|公司|法人|项目|工程|人员|人才|群体|凭证|证书|证件|证明|文书|文件|名单|目录|清单|账户|代码|编码|过程|程序|方法|手段|技术|材料|物质|物品|疾病|总和|比值|资格|行业|产业|土地|用地|农产品|食品|药品|教育|培训|许可|登记|检查|措施)$/;
/** What praises or gives a part in something, and so says not what a thing is. */
const PRAISE =
  /重要|关键|主要|核心|根本|必由|必然|首要|有力|有效|唯一|首个|首批|首次|第一|主力|迫切|内在|具体|客观|长期|重大|本质|本市|本省|本区|全国|全省|全市|我[国省市区县]|职责|主管|牵头|责任/;
/** The clause before 的 tells what is done or what it is made of. */
const TELLS =
  /^(?:一[种类项个]|以|由|为了?|用于|用以|用来|通过|经过?|依法|依据|按照?|根据|利用|依托|运用|在|向|对|从事|具有|具备|能够?|可以?|供|针对|面向|围绕|政府|国家|企业|用人|社会|公民|单位|当事人)|组成|构成|提供|投资|设立|建设|开展|使用|形成|产生|实施|支付|发放|举办|取得|认定|管理|服务于|参加|需要|享受|记载|证明|反映/;
/** Words before 是 that are no term: pronouns, adverbs, ends of other words and sentences. */
const NO_TERM =
  /^(?:[这此该其它本我他那各]|目前|当前|近|今|同时|一|二|三|首先|其中|主要|如果|凡|对|在|以|为|从|由|将|把|如|若|根|按|与|和|及|或|并|也|又|不|未|可|应|但|因|所)|(?:特别|尤其|主要|首先|目的|原因|关键|重点|就|也|都|不|既|正|还|仍|仅|均|问题|核心|目标|前提|时期|方向|原则|重心|[要于使])$/;

/**
 * Definitions, sums and lists at the beginning of a paragraph.
 *
 * @param text folded text
 * @returns one at most a paragraph; linear time
 */
export function findOpenings(text: string): Found[] {
  const found: Found[] = [];
  for (let line = 0; line >= 0 && line < text.length; ) {
    const next = text.indexOf('\n', line);
    const one = readLine(text, line, next < 0 ? text.length : next);
    if (one) found.push(one);
    line = next < 0 ? -1 : next + 1;
  }
  return found;
}

/** Characters that may carry the meaning: 是, 包, 为, =. */
function isVerb(char: string): boolean {
  return char === '是' || char === '包' || char === '为' || char === '=';
}

function readLine(text: string, line: number, end: number): Found | null {
  if (end - line < 8) return null;
  const near = text.slice(line, Math.min(end, line + 60));
  if (!/[是包为=]/.test(near)) return null;
  const start = behindLabel(text, line, end);
  const term = subjectAt(text, start, end);
  if (!term) return null;
  let at = term.end;
  const comma = text.charAt(at) === ',' && text.charAt(at + 1) === '是' ? 1 : 0;
  at += comma;
  switch (text.charAt(at)) {
    case '是':
      return copula(text, term, at + 1, comma === 1);
    case '为':
      return /对象$/.test(text.slice(term.start, term.end))
        ? list(text, term, at + 1)
        : formula(text, term, at + 1);
    case '=':
      return formula(text, term, at);
    default:
      return text.startsWith('括', at + 1) || text.startsWith('含', at + 1)
        ? members(text, term, at + 2)
        : null;
  }
}

/** The words from a sentence's beginning to its first verb of meaning, if they can be a term. */
function subjectAt(text: string, from: number, end: number): Span | null {
  let start = from;
  let i = from;
  const last = Math.min(end, from + LONGEST_TERM + 8);
  for (; i < last; i++) {
    const char = text.charAt(i);
    if (char === '“') {
      const close = closing(text, i, LONGEST_TERM);
      if (close < 0) return null;
      i = close;
      continue;
    }
    if (char === '(') {
      const close = closing(text, i, 12);
      if (close < 0) return null;
      i = close;
      continue;
    }
    if (isVerb(char) && i > from + 1 && !isOther(text, i)) break;
    if (char === ',' && text.charAt(i + 1) === '是' && text.charAt(from) === '“') break;
    if (!isHan(char.charCodeAt(0)) && !/[A-Za-z0-9+]/.test(char)) return null;
  }
  if (i >= last) return null;
  const main = text.slice(i - 2, i) === '主要' ? 2 : 0;
  const term = { start, end: i - main };
  const words = text.slice(term.start, term.end);
  // “甲”参保对象: the words behind a name in quotation marks are the term where they are one by themselves.
  const object = /^“[^“”]+”([一-鿿]{2,8}对象)$/.exec(words)?.[1];
  if (object) start = term.end - object.length;
  if (object) return { start, end: term.end };
  if (/^“[^“”]+”$/.test(words)) return { start: term.start + 1, end: term.end - 1 };
  if (words.length < 2 || words.length > LONGEST_TERM) return null;
  // A sum may be that of anything: 应缴渡运费的金额=….
  if (text.charAt(i) === '=' || /公式$/.test(words)) return term;
  if (NO_TERM.test(words) || /[的地得了着过应须将能会可]/.test(words)) return null;
  return verbAt(text, term.start) && !words.endsWith('对象') ? null : term;
}

/** 行为, 作为, 认为, 承包: other words. 是否, 是指: read elsewhere, or no definition. */
function isOther(text: string, at: number): boolean {
  const char = text.charAt(at);
  const before = text.charAt(at - 1);
  const after = text.charAt(at + 1);
  if (char === '为') return '行作认成人以视列称变改分因均分'.includes(before) || '了期'.includes(after);
  if (char === '包') return !'括含'.includes(after);
  return char === '是' && ('于但凡若或如只而'.includes(before) || '指否'.includes(after));
}

/** X是以A为B的C: only where C is a sort of thing, and the words before say what is done. */
function copula(text: string, term: Span, from: number, comma: boolean): Found | null {
  const end = genusEnd(text, from);
  if (end < 0) return null;
  const words = text.slice(from, end);
  const of = words.lastIndexOf('的');
  const kind = words.slice(of + 1);
  const clause = words.slice(0, of);
  if (of < 4 || kind.length > 12 || /的[^,的]{0,4}(?:重要|关键|核心|主要)[^,]*,/.test(words)) return null;
  const sort = /^一[种类项]/.test(kind) || /^一[种类项]/.test(words);
  if (PRAISE.test(kind) || (!sort && (!TELLS.test(clause) || /^(?:本|我|全|该|当前|目前)/.test(clause))))
    return null;
  if (comma && !sort && !/^[以由指为]/.test(clause)) return null;
  return definition(text, 'definition', term, from, end);
}

/** The end of the first clause that names a sort of thing, or of a later one that says 的一种…; -1 where none does. */
function genusEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + LONGEST_GENUS);
  let found = -1;
  for (let i = from; i < last; i++) {
    const char = text.charAt(i);
    if (char === '“' || char === '(' || char === '《') {
      const close = closing(text, i, 80);
      if (close < 0) return found;
      i = close;
    } else if (',。;\n'.includes(char)) {
      const tail = text.slice(Math.max(from, i - 12), i);
      const sort = /的一[种类项]/.test(tail);
      if ((found < 0 || sort) && GENUS.test(tail) && text.slice(from, i).includes('的')) found = i;
      // X是…，是…: the second predicate says something else.
      if (char !== ',' || sort || text.charAt(i + 1) === '是') return found;
    }
  }
  return found;
}

/** 补贴金额=载客量×单价; 折算公式为：A÷B. */
function formula(text: string, term: Span, at: number): Found | null {
  const named = text.charAt(at) === ':';
  if (named && !/公式$/.test(text.slice(term.start, term.end))) return null;
  if (!named && text.charAt(at) !== '=') return null;
  const from = at + 1;
  let end = from;
  const last = Math.min(text.length, from + 160);
  while (end < last && !',。;\n'.includes(text.charAt(end))) end++;
  const words = text.slice(from, end);
  if (!/[×÷*+/\-=](?=[(一-鿿\d])/.test(words) || !/[一-鿿]/.test(words)) return null;
  return definition(text, 'gloss', term, from, end);
}

/** Words for a part of a text or a procedure: what they include says not what they mean. */
const NO_NOTION =
  /(?:内容|方式|情况|情形|报告|方案|材料|资料|档案|措施|任务|成员|事项|程序|流程|形式|书|表|案|案卷|信息|要求|条件|依据|规定|办法|政策|类型|种类|目标|工作|步骤|环节|职责|要素|领域|部门|地区|文件|台账|记录|库|对象|目录|清单|计划|原则|渠道|单位|名称|特征|途径|原因|标准|重点|指标|系统|功能|公告|通知|协议|合同|规则|证明|意见|结果|《|》|[要应])$/;

/** 渡运费用包括船票和保险费: what belongs to a notion. */
function members(text: string, term: Span, at: number): Found | null {
  const words = text.slice(term.start, term.end);
  if (words.length > 10 || words.length < 3 || NO_NOTION.test(words)) return null;
  const from = at + (text.charAt(at) === ':' ? 1 : 0);
  if (/^(?:但不限于|下列|以下|了|在内)/.test(text.slice(from, from + 6))) return null;
  let end = definitionEnd(text, from);
  const comma = indexNear(text, ',', from, end - from);
  if (comma > from && /[、和与及]/.test(text.slice(from, comma))) end = comma;
  const content = text.slice(from, end);
  const counted = /^[两二三四五六七八九十][^,、]{1,10}$/.test(content);
  if (counted && text.startsWith('一是', end + 1)) {
    const line = indexNear(text, '\n', end, LONGEST_SENTENCE);
    const stop = line < 0 ? Math.min(text.length, end + LONGEST_SENTENCE) : line;
    end = stop - (text.charAt(stop - 1) === '。' ? 1 : 0);
  } else if (counted || !/[、和与及;]/.test(content) || content.length < 6) return null;
  return definition(text, 'scope', term, from, end);
}

/** 参保对象为甲和乙: who is meant. */
function list(text: string, term: Span, at: number): Found | null {
  const from = at + (text.charAt(at) === ':' ? 1 : 0);
  const end = definitionEnd(text, from);
  if (end - from < 8 || indexNear(text, '的', from, end - from) < 0) return null;
  return definition(text, 'scope', term, from, end);
}

function definition(
  text: string,
  kind: 'definition' | 'gloss' | 'scope',
  term: Span,
  start: number,
  end: number,
): Found {
  const clause = { start: term.start, end: Math.min(text.length, end + 1) };
  return { kind, term, definition: { start, end }, clause };
}
