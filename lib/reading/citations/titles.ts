/** A title in 《》, in the folded text. */
export interface Title {
  /** Folded offsets: with and without its brackets. */
  start: number;
  end: number;
  from: number;
  to: number;
  /** What stands between the brackets, folded, without line breaks. */
  text: string;
  /** The title stands in 〈〉 or 《》 inside another. */
  nested: boolean;
}

/** Longer than any title: the longest of the State Council's have some 90 characters. */
const LONGEST = 140;
/** A title that goes on in the next block is cut once; a bracket that was never closed goes on for ever. */
const LONGEST_CUT = 80;

/**
 * Finds every title in 《》, and those in 〈〉 or 《》 inside it. A 《 that is not closed soon is passed over.
 *
 * @param text folded text
 * @returns titles in the order in which they start; linear time
 */
export function findTitles(text: string): Title[] {
  const titles: Title[] = [];
  for (let open = text.indexOf('《'); open >= 0; ) {
    const close = closeOf(text, open, '《', '》');
    if (close < 0) {
      open = text.indexOf('《', open + 1);
      continue;
    }
    addTitle(titles, text, open, close, false);
    addNested(titles, text, open + 1, close);
    open = text.indexOf('《', close + 1);
  }
  return titles;
}

function addTitle(titles: Title[], text: string, open: number, close: number, nested: boolean): void {
  const inner = text.slice(open + 1, close).replaceAll('\n', '');
  if (inner) titles.push({ start: open, end: close + 1, from: open + 1, to: close, text: inner, nested });
}

function addNested(titles: Title[], text: string, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const char = text.charAt(i);
    if (char !== '〈' && char !== '《') continue;
    const close = closeOf(text, i, char, char === '〈' ? '〉' : '》');
    if (close < 0 || close >= to) continue;
    // 关于修改〈甲〉等12件规章的决定: one of many, named for short.
    if (!OF_MANY.test(text.slice(close + 1, close + 8))) addTitle(titles, text, i, close, true);
    i = close;
  }
}

const OF_MANY = /^等[\d一二两三四五六七八九十百]+[件部项个]/;

/** Where the bracket at `open` closes; -1 where it does not, or not in time. */
function closeOf(text: string, open: number, left: string, right: string): number {
  let depth = 0;
  let cuts = 0;
  const last = Math.min(text.length, open + LONGEST);
  for (let i = open; i < last; i++) {
    const char = text.charAt(i);
    if (char === left) {
      if (++depth > 3) return -1;
    } else if (char === right) {
      if (--depth === 0) return i;
    } else if (char === '\n' && ++cuts > 1) return -1;
    else if (char === '。' || char === ';') return -1;
    if (cuts > 0 && i - open > LONGEST_CUT) return -1;
  }
  return -1;
}

const KINDS =
  '法|法典|宪法|条例|规定|办法|细则|规则|规程|规范|准则|守则|章程|制度|通则|标准|基准|导则|指南|指引|须知|通知|意见|决定|决议|命令|令|公告|通告|通报|公报|批复|复函|函|纪要|议案|提案|方案|计划|规划|纲要|要点|措施|政策|举措|安排|预案|目录|清单|名录|名单|框架|蓝图|任务书|分工|任务分解|指标|解释|答复|说明|修正案|草案|修改稿|征求意见稿|送审稿|大纲|白皮书|报告|请示|汇报|建议|倡议|倡议书|宣言|声明|公约|条约|协定|协议|协议书|议定书|备忘录|指标体系|定额|路线图|时间表|要求|限值|示范文本|宪章|规约|战略|流程|[十d]条';
/** How an official document's title ends, with what may stand in brackets behind it. */
const DOCUMENT = new RegExp(
  `(?:${KINDS})(?:[(〔“][^()〔〕”]{1,40}[)〕”])*(?:[\\d.]{1,4}版|\\d{4}年?[版本]|第[\\d一二三四五六七八九十]{1,4}号(?:-{1,2}[^《》]{2,30})?|[A-Z]{2,4}(?:/[A-Z]{1,2})?[\\d.-]{3,12})?$`,
);
/** Papers that an authority fills in or hands out: no documents to look up. */
const PAPER =
  /(?:证|证书|证明|许可证|执照|登记表|申请表|审批表|备案表|汇总表|一览表|统计表|表|申请书|通知书|通知单|告知书|告知单|承诺书|决定书|建议书|意见书|确认书|确认函|责任书|委托书|批准书|核准书|鉴定书|说明书|审核意见|验收意见|回执|收据|发票|合同|协议文本|报告书|报告单|检验报告|检测报告|审计报告|评估报告|鉴定报告|备案证明)(?:[(〔][^()〔〕]{1,20}[)〕])?$/;

/**
 * Whether a title in 《》 is that of an official document, not of a newspaper, a book, a work, or of a
 * paper that is filled in and handed out.
 *
 * @param title folded, without its brackets
 */
export function isDocumentTitle(title: string): boolean {
  const text = title.replace(/[\s“”"《》〈〉]/g, '');
  if (text.length < 2 || PAPER.test(text)) return false;
  return DOCUMENT.test(text) || /^(?:[\u4e00-\u9fff]{2,20})?关于.{4,}/.test(text) || /关于.{4,}的/.test(text);
}

const GENERIC =
  '实施|行动|工作|指导|若干|总体|管理|服务|试行|暂行|具体|三年行动|重点|专项|技术|建设|发展|评价|认定|试点|操作|监管|激励|扶持|支持|相关|有关|配套|改革|推进|分工|任务|征求意见|若干政策|组织|标准|施工|设计|奖励|补助|资金|考核';
const BARE = new RegExp(`^(?:${GENERIC})*(?:${KINDS})(?:[(〔](?:试行|暂行|修订)[)〕])?$`);

/** A title that only names the kind: 《条例》, 《实施方案》. It stands for a fuller one elsewhere in the text. */
export function isBareTitle(title: string): boolean {
  return title.length <= 8 && BARE.test(title);
}
