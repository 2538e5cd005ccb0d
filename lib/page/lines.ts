/**
 * What a line of an official text is, by its words alone. All expect text on one line or with soft
 * line breaks; white space inside is tolerated, since titles and dates are spaced out by hand.
 */

/** A line that is a date and nothing else: 2025年3月1日, 二〇二五年三月一日. */
export const DATE_LINE =
  /^\s*(?:[12]\s*\d\s*\d\s*\d|[一二][〇○ＯO零一二三四五六七八九]{3})\s*年\s*(?:\d\s*\d?|[一二三四五六七八九十]{1,3})\s*月\s*(?:\d\s*\d?|[一二三四五六七八九十]{1,3})\s*日\s*$/;

/** A line that is a document number: 云府发〔2025〕3号, also with other brackets and stray spaces. */
export const NUMBER_LINE =
  /^\s*[（(]?\s*[\u4e00-\u9fff\s]{1,16}(?:[（(][\u4e00-\u9fff]{1,6}[)）])?\s*[〔［[【（(﹝]\s*(?:19|20)\s*\d\s*\d\s*[〕］\]】）)﹞]\s*第?\s*\d{1,5}\s*[号號]\s*[)）]?\s*$/;

/** A number of an order or announcement: 云岭省人民政府令第12号, 公告2025年第3号, or 第12号 alone. */
export const ORDER_LINE =
  /^\s*(?:[\u4e00-\u9fff\s]{2,40}(?:令|公告|通告)\s*)?[（(]?\s*(?:(?:19|20)\d\d\s*年?\s*)?第\s*[\d〇零一二三四五六七八九十百]{1,5}\s*号\s*[)）]?\s*$/;

/** A line in brackets under a title: （2025年3月1日云岭省人民政府第3次常务会议通过）. */
export const BRACKET_LINE = /^\s*[（(][^）)]{2,200}[)）]\s*$/;

/** The words that titles of official documents end in; the commonest in traditional form too. */
export const KINDS =
  '通知|意[见見]|[办辦]法|[规規]定|[条條]例|方案|规划|细则|公告|通告|[决決]定|措施|批复|复函|答复|函|令|计划|纲要|要点|报告|通报|章程|规则|标准|指南|目录|清单|公报|决议|议案|纪要|制度|预案|解释|名单';

/** 通知, 办法（试行）, 方案（2025—2027年）: the end of a title, its kind in the first group. */
export const TITLE_END = new RegExp(
  `(${KINDS}|(?<![方做])法)[》”"]?\\s*(?:[（(〔][^（）()]{1,24}[)）〕]\\s*){0,2}$`,
);

/** 第一章, 第二节, 第三编, 第四部分. */
export const CHAPTER = /^\s*第\s*[\d〇零一二三四五六七八九十百]{1,4}\s*(?:[编章节]|部\s*分)/;
/** 第一条. */
export const ARTICLE = /^\s*第\s*[\d〇零一二三四五六七八九十百千]{1,5}\s*条/;
/** 一、 */
export const FIRST_LEVEL = /^\s*[一二三四五六七八九十]{1,3}\s*[、．.]/;
/** （一） */
export const SECOND_LEVEL = /^\s*[（(]\s*[一二三四五六七八九十]{1,3}\s*[)）]/;
/** 1. （1） ① — 1.5 is a number, not a numbering. */
export const LATER_LEVEL = /^\s*(?:\d{1,2}\s*[.．、](?!\d)|[（(]\s*\d{1,2}\s*[)）]|[①-⑳])/;
/** 附件1, 附录, 附表, 目录 as a line's beginning. */
export const ATTACHMENT = /^\s*(?:附\s*[:：]|(?:附\s*[件录表]|目\s*录)\s*\d{0,2}\s*(?:[:：.．、]|$))/;

/** The main recipients: 各市、县人民政府，省政府各部门： */
export const ADDRESSEE =
  /^(?:[^。；！？]{1,200}(?:政府|委员会|办公[厅室]|[局厅部会]|单位|企业|公司|机构|院)[^。；！？：:]{0,12}|国务院)[:：]\s*$/;

/** A sentence ends here, so a line break after it is a real one. */
export const SENTENCE_END = /[。；;！!？?：:][”’」』"）)]?\s*$|……\s*$/;

/** A line that begins something of its own. */
export function startsItem(line: string): boolean {
  return (
    CHAPTER.test(line) ||
    ARTICLE.test(line) ||
    FIRST_LEVEL.test(line) ||
    SECOND_LEVEL.test(line) ||
    LATER_LEVEL.test(line) ||
    ATTACHMENT.test(line)
  );
}

/** A number, a date or a bracket that stands alone on its line. */
export function standsAlone(line: string): boolean {
  return (
    line.length <= 220 &&
    (DATE_LINE.test(line) || NUMBER_LINE.test(line) || ORDER_LINE.test(line) || BRACKET_LINE.test(line))
  );
}
