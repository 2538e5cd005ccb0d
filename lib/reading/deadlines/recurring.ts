import type { TimeUnit } from '../types.ts';
import type { CycleAtom, LengthAtom } from './atoms.ts';
import { after, any, before, ends } from './patterns.ts';
import type { Rule, Sight } from './sight.ts';

/** 每年2月底前; 每季度首月10日前; 每年复训; 按月报送; 一季一调度. Only with a limit or a duty. */

const AVERAGE = before('(?:平均|人均|户均|年均)');
/** Amounts and shares a year are no duty: 每人每月10元, 每年最高补偿15万元. */
const AMOUNT = after(
  any(
    `最高 按 可 给予 补偿 补助 补贴 奖励 资助 减免 平均 约 的?费 缴费标准 收费 产值 节省 增速 [\\d.]+万?亿?[元%斤吨]
     [^,。;]{0,10}?[\\d.]+[万亿]?元`,
  ),
);
/** 每年安排2000万元, 每年仍按10亿元安排: money that somebody must provide. */
const PROVIDED = after(
  `[^,。;每]{0,12}?(?<!人)${any('安排 拨付 支付 列支 划拨 投入 筹措')}(?:不少于|不低于|专项|资金|财政|经费|[\\d.]+[万亿])`,
);
const PROVIDES = after('[^,。;]{0,4}按[\\d.]+[万亿]?元(?:的规模)?(?:安排|拨付|支付)');
/** What lays a duty: a frequency, a measure, an act of administration. */
const DUTY = new RegExp(
  any(
    `至少 不少于 不低于 不超过 不得少于 不得低于 [一二两三四五六\\d]+次 一轮 以上 开展 组织 召开 举办 举行 发布 公布 公开 更新 评估
     检查 巡查 培训 复训 轮训 新增 选择 选取 遴选 制定 编制 报 通报 调度 总结 汇报 安排 完成 培育 培养 建设 改造 引进 推出 支持
     确定 实施 进行 向 对 听取 研究 考核 评选 认定 抽查 抽检 审计 体检 核查 清理 修订 调整 递增 增长 提高 下降 减少 减量 投放
     拨付 统计 分析 通知 参加 接受 提交 缴纳 申报 支付 列支 划拨 滚动`,
  ),
);
/** 省级每半年、市级每季度、县级每月开展…: one duty for all. */
const OTHERS = /^(?:、[^,。;、每]{0,8}每(?:半?年度?|季度?|个?月|周|[日天]))+/;
const DAILY_DUTY = after(
  `[一-鿿]{0,6}?${any(
    '至少 不少于 报(?![道纸刊]) 上报 通报 调度 公布 发布 检查 巡查 监测 消毒 一次 清零 更新 统计 汇总',
  )}`,
);
const NO_DUTY = /^(?:的|度的|来|都有)/;
const TOLD = /了|已|以来|平均/;

/** What must be done again and again. */
export const recurring: Rule<CycleAtom> = (atom, sight) => {
  const { start, end, to, times } = atom;
  const { around } = sight;
  if (atom.next && around.named !== null && atom.every === 'year' && to?.length === 5) {
    // 12月底前完成，次年1月底前通报: once, in the year after the one named before.
    return { kind: 'due', start, end, to: `${around.named + 1}-${to}`, derived: true };
  }
  if (!atom.bound && !isDuty(atom, sight)) return null;
  return { kind: 'recurring', start, end, to, every: times === 1 ? atom.every : null, ...cycleLength(atom) };
};

function isDuty(atom: CycleAtom, sight: Sight): boolean {
  const { head, tail, text } = sight;
  if (
    (AMOUNT.test(tail) && !PROVIDED.test(tail) && !PROVIDES.test(tail)) ||
    ends(AVERAGE, sight) ||
    head.includes('以来')
  )
    return false;
  if (sight.news && TOLD.test(tail.slice(0, 24))) return false;
  if (atom.limited) return true;
  // What follows the next 每 is another cycle's.
  const words = tail.replace(OTHERS, '').slice(0, 26).split('每', 1)[0] ?? '';
  if (/(?:[日天]|小时|分钟)$/.test(text.slice(atom.start, atom.end))) {
    return DAILY_DUTY.test(words) && !/^[^,。;]{0,14}小时/.test(tail);
  }
  return DUTY.test(words) && !NO_DUTY.test(tail);
}

/** How long a cycle is where it is not one of its unit: 每两年, 每半年, 每两个季度. */
function cycleLength({ every, times }: CycleAtom): { count?: number; unit?: TimeUnit } {
  if (times === 1 || every === null) return {};
  if (times < 1) return { count: 12 * times, unit: 'month' };
  return every === 'quarter' ? { count: times * 3, unit: 'month' } : { count: times, unit: every };
}

const ONCE = after(`一${any('次(?!性) 轮 评 审 检 换 修 周期 调')}`);
const TIMES = /^[两二三四2-4]次/;
const NOT_EACH = before('[第近内的]');

/** 五年一次, 三年一评, 一年两次. */
export const recurringLength: Rule<LengthAtom> = (atom, sight) => {
  const { start, end, count, unit } = atom;
  const once = ONCE.exec(sight.tail) ?? (count === 1 ? TIMES.exec(sight.tail) : null);
  if (!once || unit === 'minute' || unit === 'hour' || ends(NOT_EACH, sight)) return null;
  const place = { start, end: end + once[0].length };
  if (count === 1 && (unit === 'year' || unit === 'month' || unit === 'week')) {
    return { kind: 'recurring', ...place, every: unit };
  }
  return { kind: 'recurring', ...place, count, unit };
};
