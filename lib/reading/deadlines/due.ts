import type { DateAtom } from './atoms.ts';
import { momentOf } from './moments.ts';
import { after, any, before, ending, ends, SENTENCE } from './patterns.ts';
import { type Found, isPast, type Rule, type Sight, tells } from './sight.ts';

/** 2022年底前; 12月底前; 年内; 截止2025年6月30日; 最迟2025年3月; 2025年6月完成. */

/** 前 that ends a date, not the beginning of 前期, 前往, 前三位. */
const BEFORE =
  /^(?:\(含[^)]{0,6}\)|下班)?(?:之前|以前|前(?!提(?![交出供请])|[期往述款沿瞻景来置端列后\d]|[一二三四五六七八九十][名位个年]))/;
const INSIDE = /^(?:之内|以内|内(?![部容外地设涵资需销贸河陆控幕科蒙]))/;
const STOP = /^(?:止|为止|截止|截稿|截至)/;
const LEAD = before('(?:(?<![现存属对关])[在于]|[至到])');
/** 2018年底前已建成的, 2020年1月1日前出生的: a condition on the past. */
const CONDITION = after(
  any('曾 取得的 设立的 成立的 注册的 登记的 出生 参加工作 入学 建成的 投产的 核准的 签订的 发生的'),
);
/** 2025年4月1日前已开工的 binds as long as that day is to come. */
const DONE_BEFORE = /^已/;
/** A phrase that announces a limit. */
const ANNOUNCED = before(
  any(
    `截止(?:时间|日期|期限)?(?:为|是|:|到|至|于)?
     (?:最迟|至迟|最晚|不迟于|不晚于|不得迟于|不得晚于|不得超过|务必于|限于|限期至|(?:延期|延长|推迟)[至到]|顺延至)(?:不超过|不晚于|于|至|在)?
     (?:完成|办结|办理|整改|落实|报名|申报|报送|提交|缴费|缴纳|申请|受理|反馈|征集|验收|竣工|推进|实施)(?:截止)?(?:时限|时间|期限|日期|节点|时间节点)(?:要求)?(?:为|:|是|至|到)`,
  ),
);
/** 免收至2025年12月31日, 截至2025年6月30日. */
const UP_TO = before('(截至|(?<![直甚乃以涉遇受得达])[至到])');
/** 请于4月10日到场, 应于6月30日交付: a day that is asked for. */
const ASKED = before('(?:请|务必|应当?|须|必须|需)[^,。;:、]{0,14}(于)');
/** 4月30日为缴费截止日. */
const CLOSES = /^为[^,。;\d]{0,10}截止(?:日|时间|期)/;
/** 会议时间：, 考试日期为: the time of what is to come. */
const LABELLED = before('(?:时间|日期)(?:为|定于|:)');
/** 印发日期：, 发布时间：, 时间：at the beginning of a line: facts about the document. */
export const FACT = before(
  `(?:${any(
    '印发 发布 发文 成文 公开 更新 生成 签发 制定 通过 公布 刊登 录入 来源 打印 上传 修改 创建 浏览 施行 实施 生效 废止 失效 签署 印制 出版 登载',
  )}|${SENTENCE})(?:日期|时间)?:`,
);
/** （责任单位：市水务局，2025年底）: the last of the facts in a bracket. */
const BRACKETED = before('\\([^()\\n]{2,60}[,;、:]');

/** A day until which something must be done. */
export const due: Rule<DateAtom> = (atom, sight) => {
  if (atom.until) return null;
  const { tail } = sight;
  const mark = BEFORE.exec(tail) ?? INSIDE.exec(tail) ?? STOP.exec(tail);
  if (mark) return until(atom, sight, mark[0].length);
  const { day, month, part } = atom.date;
  const asked = (month !== null || part !== null) && sight.head.endsWith('于');
  const lead = (day && ending(UP_TO, sight)) || (asked && ending(ASKED, sight)) || '';
  const closes = day !== null && tail.startsWith('为') && CLOSES.test(tail);
  if (!lead && !closes && !ends(ANNOUNCED, sight) && !bracketed(atom, sight) && !labelled(atom, sight))
    return null;
  const { to, derived } = momentOf(atom, sight.around);
  if (to === null || isPast(to, sight) || (lead === '截至' && tells(sight))) return false;
  return { kind: 'due', start: atom.start - lead.length, end: atom.end, to, derived };
};

function until(atom: DateAtom, sight: Sight, mark: number): Found | false {
  const { to, derived } = momentOf(atom, sight.around);
  const rest = sight.tail.slice(mark);
  if (isPast(to, sight) || CONDITION.test(rest) || (!sight.around.made && DONE_BEFORE.test(rest)))
    return false;
  const place = { start: atom.start - (ends(LEAD, sight) ? 1 : 0), end: atom.end + mark };
  const { year, shift } = atom.date;
  if (sight.yearly && year === null && shift === null && to !== null) {
    return { kind: 'recurring', ...place, every: 'year', to: to.slice(5), derived };
  }
  return { kind: 'due', ...place, to, derived };
}

function bracketed({ date }: DateAtom, sight: Sight): boolean {
  return sight.tail.startsWith(')') && (date.month !== null || date.part !== null) && ends(BRACKETED, sight);
}

function labelled({ date }: DateAtom, sight: Sight): boolean {
  return date.day !== null && ends(LABELLED, sight) && !ends(FACT, sight);
}

/** How an act is done, between the day and the act. */
export const HOW = `${any('正式 全面 基本 同步 集中 统一 全部 如期')}{0,4}`;
/** After an act: what makes its name part of another word. */
export const NO_FACT = '(?!日期|时间|机关|机构|单位|文号|以来|的)';
/** What is done on a day or in a month. */
const DONE = after(
  `,?${HOW}${any(
    `完成 建成 报送 上报 报 投入 投用 制定 形成 提交 竣工 验收 试运行 运行 运营 开工 通车 启用 推出 实现 办结 修订 编制 开考 开始
     截止 废止 上线 结束 关闭 关停 停用 开学 开班 开馆 开园 开业 开放 投产 达产 封顶 交付 入住 入驻 通水 通气 通电 挂牌`,
  )}${NO_FACT}`,
);
/** What a text also tells of past days: 5月9日召开会议, and at its foot 2025年3月11日印发. */
const TOLD = after(`,?${HOW}${any('组织 开展 启动 召开 举行 举办')}${NO_FACT}`);
const PUBLISHED = after(`,?${HOW}${any('印发 发布 公布 公开 出台')}${NO_FACT}`);
/** Before a day: it is to come. */
export const FORWARD = before(any('定于 拟于? [将请]于 计划于? 力争 确保 预计 暂定'));
/** 拟于4月下旬进行, whatever it is. */
const INTENDED = before('(?<![由关对位处属基高低大小等不限规原至终原定])于|拟定于|(?<![原规])定于');
/** What lapses on its day is no act: 于2025年6月30日到期. */
const LAPSES = /^,?(?:到期|届满|期满|失效|终止)/;
/** 今年上半年将完成. */
const WILL = /^(?:将(?!于)|要|力争|确保)/;
/** The rest of a list of days: 2月2日（星期六）、2月3日（星期日）上班. */
export const OTHERS =
  /^(?:\((?:星期|周).\))?(?:[、和及](?:\d{4}年)?(?:(?:\d{1,2}月)?\d{1,2}日(?:\((?:星期|周).\))?|\d{1,2}月(?:月?[底末]|[上中下]旬)?)){0,9}/;
/** What may stand before a day that an act follows. */
export const OPEN = before(`(?:${SENTENCE}|[,:(、“]|[一-鿿])`);

function intended(sight: Sight): boolean {
  return !sight.news && sight.head.endsWith('于') && ends(INTENDED, sight) && !LAPSES.test(sight.tail);
}

/** 2025年6月完成…, 2025年12月29日上班: a month or day to come, with the act right after it. */
export const dueAct: Rule<DateAtom> = (atom, sight) => {
  const { year, month, day, part, thisMonth } = atom.date;
  if (atom.until || sight.title || sight.around.year === null) return null;
  if (month === null && part === null && !thisMonth) return null;
  const tail = sight.tail.replace(OTHERS, '');
  if (!DONE.test(tail) && !WILL.test(sight.tail) && !intended(sight)) {
    const published = PUBLISHED.test(tail);
    if (!published && !TOLD.test(tail)) return null;
    if (day !== null && (published || year === null) && !ends(FORWARD, sight)) return null;
  }
  if (ends(FACT, sight) || !ends(OPEN, sight) || tells(sight)) return null;
  const { to, derived } = momentOf(atom, sight.around);
  return isPast(to, sight) ? null : { kind: 'due', start: atom.start, end: atom.end, to, derived };
};
