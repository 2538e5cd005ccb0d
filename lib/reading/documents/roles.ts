import { findNumbers } from '../citations/numbers.ts';
import { kindOfTitle } from '../kind.ts';
import { isLabel } from './head-pairs.ts';

/** What a short line around the beginning or the end of a document is. */
export type Role =
  | 'number'
  | 'order'
  | 'serial'
  | 'date'
  | 'promulgated'
  | 'fields'
  | 'addressee'
  | 'signer'
  | 'issuer'
  | 'numbered'
  | 'title'
  | 'chrome'
  | 'other';

/** A line longer than this is running text, whatever it looks like. */
export const LONGEST_ROLE = 200;

const CN = '[一二三四五六七八九十百零〇○\\d]';
const DAY = `(?:(?:19|20)\\d\\d|[一二][〇○零OoＯ0一二三四五六七八九]{3})年${CN}{1,3}月${CN}{1,3}日`;
const DATE = new RegExp(`^[(〔]?${DAY}[)〕]?$`);
/** 印发日期, 发布时间 and the like with a date behind it; a number of the document with its label. */
const FIELDS =
  /(?:印发日期|成文日期|发文日期|发布日期|发布时间|公开日期|公布日期|生成日期|时间|日期):?(?:19|20)\d\d[-年./]\d|(?:发文字号|文件编号|文号|索引号|信息来源|来源):\S|^(?:19|20)\d\d-\d\d-\d\d(?:\d\d:\d\d(?::\d\d)?)?$/;
const CHROME =
  /^(?:字号:?|\[?打印|首页|当前位置|您(?:现在)?的位置|【?字体|分享|扫一扫|收藏|返回|关闭|上一篇|下一篇|无障碍|繁體|相关(?:稿件|附件|链接|信息|文档)|责任编辑|附件下载|政策解读|图解)|大中小|〔打印|打印本页/;
const PROMULGATED = new RegExp(
  `^[(〔].{0,12}?${DAY}.*(?:公布|发布|通过|批准|修正|修订|施行|印发|颁布|修改).*[)〕]$|^[(〔].*${DAY}.*(?:公布|发布|通过|批准|修正|修订|施行)[)〕]$`,
);
const ADDRESSEE =
  /^(?:各|省|市|州|县|区|国务院|有关|中央|驻|海关|直属|机关|委|厅|局|本|.{0,24}(?:人民政府|委员会|厅|局|部|委|办公室|单位|企业|公司|银行|院|校))[^。;!?]*:$/;
const SIGNER =
  /^(?:代)?(?:省长|市长|区长|县长|州长|主席|总理|部长|主任|局长|署长|行长|厅长|会长|院长|审计长|检察长):?[\u4e00-\u9fff·]{2,12}$/;
const ORDER =
  /^[\u4e00-\u9fff、]{2,60}(?:令|命令)(?:[(〔]?(?:\d{4}年)?第?[一二三四五六七八九十百零〇\d]{1,6}号[)〕]?)?$/;
const SERIAL = /^[(〔]?(?:\d{4}年)?第[一二三四五六七八九十百零〇\d]{1,6}号[)〕]?$/;
const NUMBERED =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[章条节编]|[一二三四五六七八九十]{1,3}、|[(〔][一二三四五六七八九十\d]{1,3}[)〕]|\d{1,3}[.、](?!\d)|附(?:件|表|录)?[一二三四五六七八九十\d]{0,2}(?::|$))/;
/** How the names of bodies end. */
export const BODY_NAME =
  /(?:人民政府|国务院|政府办|办公厅|办公室|委员会|委|总局|局|厅|部|院|署|总行|银行|分行|法院|检察院|领导小组|指挥部|联席会议|中心|总队|支队|协会|学会|联合会|总工会|团市委|办事处|海关|公司|集团|大学|党委|中央|社|处|所)$/;

/** The role of a line by its folded text alone. */
export function roleOf(line: string): Role {
  if (line.length > LONGEST_ROLE || line.length === 0) return 'other';
  // Most lines are ruled out by how they begin and end, which costs no pattern.
  const first = line.charAt(0);
  const last = line.charAt(line.length - 1);
  if ('日)〕'.includes(last) && DATE.test(line)) return 'date';
  if ((first === '(' || first === '〔') && PROMULGATED.test(line)) return 'promulgated';
  if ('号)〕'.includes(last) && SERIAL.test(line)) return 'serial';
  if ('号令)〕0123456789'.includes(last) && isNumber(line)) return 'number';
  if (isLabel(line)) return 'chrome';
  if (FIELDS.test(line)) return 'fields';
  if (CHROME.test(line)) return 'chrome';
  if (SIGNER.test(line)) return 'signer';
  if ('令号)〕'.includes(last) && ORDER.test(line) && kindOfTitle(line) === '令') return 'order';
  if (NUMBERED.test(line)) return 'numbered';
  if (last === ':' && ADDRESSEE.test(line)) return 'addressee';
  if (isTitle(line)) return 'title';
  if (isIssuer(line)) return 'issuer';
  return 'other';
}

function isNumber(line: string): boolean {
  const bare = line.replace(/^[(〔]|[)〕]$/g, '');
  if (bare.length > 40) return false;
  const [number, second] = findNumbers(bare);
  return number !== undefined && !second && number.start === 0 && number.end === bare.length;
}

/** A title names its kind at its end and is no sentence. */
export function isTitle(line: string): boolean {
  if (line.length < 4 || line.length > 140) return false;
  // How nearly every paragraph ends; the pattern would read all of it.
  if ('。;!?:'.includes(line.charAt(line.length - 1)) || /[。;!?]/.test(line)) return false;
  if (/,/.test(line) && !/关于/.test(line)) return false;
  return kindOfTitle(line) !== null && !/^(?:的|和|及|或)/.test(line);
}

/** One or more bodies and nothing else. */
function isIssuer(line: string): boolean {
  return (
    line.length >= 3 &&
    line.length <= 90 &&
    BODY_NAME.test(line) &&
    !/[。;:!?,《》“”\d]/.test(line) &&
    !/^关于/.test(line)
  );
}
