import { isHan } from '../terms/scan.ts';
import { wordEnds } from '../terms/words.ts';

/** Words around a term that show it to be part of a longer name. */

/**
 * Last characters of nouns that stand before another noun in a name: 亚太区总部, 省级平台, 管理局单位.
 * A term behind one of them is taken for part of a longer name, and is not marked.
 */
const NAME_BEFORE = new Set('区省市县镇乡国州盟级型类性式院厅局委业部会系界军校洲屏园港湾岛'.split(''));
/** Words that end in such a character and yet leave the noun behind them what it is: 本市, 上级, 各区县. */
const FREE_BEFORE =
  /(?:[本我全该各][区省市县镇乡国州部院厅局委校级类系]|[上下同本各市区县省]级|上一级|各区县|外省市|[本各全]行业|第[一二三四五六七八九十百零\d]{1,6}[条章节]|参会|从业|分类|升级|机会|不会|才会|将会|社会)$/;
/** What stands before a noun without being part of it: determiners and the like. */
const DETERMINER =
  /[本各该其此每某两等新原现单内外中间后前时所各余已未将须需请让使由被给替跨级]$|(?:其他|其它|所有|所属|所在|任何|相应|主要|全部|部分|多个|一个|这些|那些|要求|责令|告知|通知|督促|协助|帮助|提供|出具|询问|走访|联系|选择|收到|接收|转让|转移|毁弃|隐匿|篡改|伪造|假|问|对待|举报|管理|鼓励|允许|禁止|存在|进行|发现|出示|填写|办理|涉|向|经|因|凡|如|若|当|即|又|也|均|都|再|更|并|不|得|能)$/;

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

const LATIN = /[A-Za-z0-9]/;

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
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (LATIN.test(text.charAt(start)) && LATIN.test(before)) return false;
  if (LATIN.test(text.charAt(end - 1)) && LATIN.test(after)) return false;
  const goesOn = OTHER_WORD[after];
  if (goesOn !== undefined && !goesOn.includes(text.charAt(end + 1) || ' ')) return false;
  const head = text.slice(Math.max(0, start - 8), start);
  if (NAME_BEFORE.has(before) && !FREE_BEFORE.test(head)) return false;
  // Two characters are easily the end of a longer name (事业单位, 全球总部): there a word must end before them.
  if (end - start > 2 || !isHan(text.charCodeAt(start - 1))) return true;
  return wordEnds(text, start) || FREE_BEFORE.test(head) || DETERMINER.test(head);
}
