import { isHan } from '../terms/scan.ts';
import { wordEnds } from '../terms/words.ts';

/** Words around a term that show it to be part of a longer name. */

/**
 * Last characters of nouns that stand before another noun in a name: 亚太区总部, 省级平台, 管理局单位.
 * A term behind one of them is taken for part of a longer name, and is not marked.
 */
const NAME_BEFORE = '区省市县镇乡国州盟级型类性式院厅局委业部会系界军校洲屏园港湾岛';
/** Words that end in such a character and yet leave the noun behind them what it is: 本市, 上级, 各区县. */
const FREE_BEFORE =
  /(?:[本我全该各][区省市县镇乡国州部院厅局委校级类系]|[上下同本各市区县省]级|上一级|各区县|外省市|[本各全]行业|参会|从业|分类|升级|机会|不会|才会|将会|社会)$/;
/** The number of an article before its words. */
const LABEL = /第[一二三四五六七八九十百零\d]{1,6}[条章节]$/;
/** What stands before a noun without being part of it: determiners, and verbs that take one. */
const DETERMINER =
  '本各该其此每某两等新原现单内外中间后前时所余已未将须需请让使由被给替跨级假问涉向经因凡如若当即又也均都再更并不得能';
const DETERMINERS = new Set(
  '其他 其它 所有 所属 所在 任何 相应 主要 全部 部分 多个 一个 这些 那些 要求 责令 告知 通知 督促 协助 帮助 提供 出具 询问 走访 联系 选择 收到 接收 转让 转移 毁弃 隐匿 篡改 伪造 对待 举报 管理 鼓励 允许 禁止 存在 进行 发现 出示 填写 办理'.split(
    ' ',
  ),
);

/** What makes another word of a term before it: 证|件, 企业|家, 园区|化. With the words it may start itself. */
const OTHER_WORD: Record<string, string> = {
  件: '数',
  者: '',
  员: '工',
  化: '学解工',
  性: '质能别',
  家: '庭长具禽',
  型: '号',
  师: '生',
  制: '作定造度止约订',
  学: '校生习',
  率: '先领',
  论: '证坛',
};

const NAME = 1;
const FREE = 2;
const FREE_END = 4;
const GOES_ON = 8;
/** What a character may do beside a term, by its code: most do nothing, and are asked no more. */
const ROLE = new Uint8Array(0x10000);
const LABEL_END = 16;
const mark = (chars: string, role: number) => {
  for (const char of chars) ROLE[char.charCodeAt(0)] = roleOf(char.charCodeAt(0)) | role;
};
mark(NAME_BEFORE, NAME);
mark(DETERMINER, FREE);
mark([...DETERMINERS].map((word) => word.charAt(1)).join(''), FREE_END);
mark(Object.keys(OTHER_WORD).join(''), GOES_ON);
mark('条章节', LABEL_END);

/** A letter or digit of half width. */
function isLatin(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Whether `[start, end)` stands for itself, and is not a part of a longer word or name.
 *
 * The rule, on the side of marking too little: letters and digits must end with the term; the character
 * behind it must not make another word of it; the one before it must not end a noun that names places,
 * ranks or bodies; and a term of two characters must follow a word's end (punctuation, particle, verb,
 * determiner).
 *
 * @param text folded text
 */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charCodeAt(start - 1);
  const after = text.charCodeAt(end);
  if (isLatin(text.charCodeAt(start)) && isLatin(before)) return false;
  if (isLatin(text.charCodeAt(end - 1)) && isLatin(after)) return false;
  if (roleOf(after) & GOES_ON && !OTHER_WORD[text.charAt(end)]?.includes(text.charAt(end + 1) || ' '))
    return false;
  const role = roleOf(before);
  if (role & NAME) return FREE_BEFORE.test(text.slice(Math.max(0, start - 8), start));
  // Two characters are easily the end of a longer name (事业单位, 全球总部): there a word must end before them.
  if (end - start > 2 || !isHan(before) || role & FREE) return true;
  if (role & FREE_END && DETERMINERS.has(text.slice(start - 2, start))) return true;
  if (role & LABEL_END && LABEL.test(text.slice(Math.max(0, start - 8), start))) return true;
  return wordEnds(text, start);
}

/** The role of a character; none for what lies outside the text. */
function roleOf(code: number): number {
  return ROLE[code] ?? 0;
}
