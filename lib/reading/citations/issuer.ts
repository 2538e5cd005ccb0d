/**
 * The body or the 代字 in front of a number, cut out of the running text before it. Chinese has no
 * spaces: of 按照财政部令第108号 the body is 财政部, of 的通知国发〔2020〕7号 the code is 国发.
 */

/** Words that lead to a citation, or end what stood before it. None is part of a body's name. */
const LEAD =
  /.*(?:按照|依照|根据|依据|参照|参见|遵照|贯彻|落实|执行|修改|修订|废止|公布|发布|印发|颁布|批准|转发|详见|继续|文件|精神|名为|编号|文号|字号|原文|正文|全文|以下简称|简称|同时|已经|年第|[的了过见即将])/;
/** Kinds of documents: in front of a 代字 they end the title before it. */
const TITLE_BEFORE =
  /.*(?:通知|意见|办法|规定|条例|方案|决定|细则|批复|复函|公告|通告|要点|规划|计划)(?=.{2})/;
const CONJUNCTION = /.*(?:部|委|局|厅|署|院|府|会|行|办|室|号|法)(?:和|与|及|以及)(?=.{2})/;
/** The rest of a date in front of a body: 2012年9月24日上海市…. */
const AFTER_DATE = /^(?:[年月]?\d*)*[日号]|^[年月]/;
/** Places' and central bodies' abbreviations that a 代字 starts with. */
const CODE_START =
  /[中国京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川黔滇陕甘青宁新蒙藏]|发改|工信|财[税库综预建办会金政]|人社|建[市房科办]|税总|银[发监保]|证监|教[基高职]|卫/g;
/** 某某号文件和…: the number before it. */
const AFTER_NUMBER = /(?:.*号(?:文件?|令)?|^(?:文件?|令))(?:和|与|及|以及)(?=.{2})/;
/** 省政府办公厅云府办函: a body that names itself before its code. */
const BODY_AND_CODE =
  /.*(?:政府|办公厅|办公室|委员会|[\u4e00-\u9fff]{2}[局厅])(?![发函规字办令文公通电])(?=[\u4e00-\u9fff]{2,6}$)/;
const JOINED = new RegExp(`^[和与及或](?=${CODE_START.source})`);
const BODY_END = /[局厅委办部院署会府号知见定法案则函]$/;

/** The unbroken Chinese characters before `end`, none before `least`. */
export function runBefore(text: string, end: number, least: number): string {
  let start = end;
  while (start > least && isHan(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || code === 0x3007;
}

/**
 * The 代字 at the end of a run of text.
 *
 * @param run the characters before 〔, without white space
 * @returns the code, or an empty string where there is none
 */
export function codeAtEnd(run: string): string {
  let code = run
    .replace(AFTER_NUMBER, '')
    .replace(LEAD, '')
    .replace(TITLE_BEFORE, '')
    .replace(CONJUNCTION, '')
    .replace(AFTER_DATE, '');
  code = code.replace(JOINED, '');
  if (code.length < 6) return code;
  // Too long for a 代字: a body's name or a title stands before it. Cut at the first start that a body ends before.
  for (const start of code.matchAll(CODE_START)) {
    const rest = code.slice(start.index);
    if (rest.length >= 2 && rest.length <= 8 && BODY_END.test(code.slice(0, start.index))) {
      return rest;
    }
  }
  if (/[发规函字办告令]$/.test(code)) code = code.replace(BODY_AND_CODE, '');
  return code.length <= 14 ? code : code.slice(-8);
}

/** The body at the end of a run of text, as in front of 令 and 公告. */
function bodyAtEnd(run: string): string {
  return run
    .replace(LEAD, '')
    .replace(AFTER_DATE, '')
    .replace(/^(?:由|经|以|按|和|与|及|或)/, '');
}

/** A body's name that another one may follow: 人力资源社会保障部、财政部令. */
const BODY = /[部委局署院会行厅]$/;

/**
 * The body or the joint bodies before a place in the text.
 *
 * @param least how far back they may start
 * @returns where they start; `at` where there is none
 */
export function bodiesBefore(text: string, at: number, least: number): number {
  let start = at - bodyAtEnd(runBefore(text, at, Math.max(least, at - 40))).length;
  for (let n = 0; n < 8 && start < at && text.charAt(start - 1) === '、'; n++) {
    const before = bodyAtEnd(runBefore(text, start - 1, Math.max(least, start - 30)));
    if (before.length < 3 || !BODY.test(before)) break;
    start -= before.length + 1;
  }
  return start;
}
