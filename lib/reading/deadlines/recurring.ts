import type { TimeUnit } from '../types.ts';
import type { CycleAtom } from './atoms.ts';
import type { Rule } from './sight.ts';

/** 每年2月底前; 每季度首月10日前; 每年复训; 按月报送; 一季一调度. Only with a limit or a duty. */

/** Amounts and shares a year are no duty: 每人每月10元, 每年最高补偿15万元. */
const AMOUNT =
  /^(?:最高|按|可|给予|补偿|补助|补贴|奖励|资助|减免|平均|约|[\d.]+万?亿?[元%斤吨]|[\d.]+(?:万|亿)?元|的?费|缴费标准|收费|产值|节省|增速)/;
const MONEY = /^[^,。;]{0,10}?[\d.]+(?:万|亿)?元/;
/** What lays a duty: a frequency, a measure, an act of administration. */
const DUTY =
  /(?:至少|不少于|不低于|不超过|不得少于|不得低于|[一二两三四五六\d]+次|一轮|以上|开展|组织|召开|举办|举行|发布|公布|公开|更新|评估|检查|巡查|培训|复训|轮训|新增|选择|选取|遴选|制定|编制|报送|报告|上报|报|通报|调度|总结|汇报|安排|完成|培育|培养|建设|改造|引进|推出|支持|确定|实施|进行|向|对|听取|研究|考核|评选|认定|抽查|抽检|审计|体检|核查|清理|修订|调整|递增|增长|提高|下降|减少|减量|投放|拨付|统计|分析|通知|参加|接受|提交|缴纳|申报)/;
const TOLD = /(?:了|已|以来|平均)/;
/** 每天24小时, 每日睡足. */
const DAILY_DUTY =
  /^(?:[一-鿿]{0,6})?(?:至少|不少于|报告|报送|上报|报(?!道|纸|刊)|通报|调度|公布|发布|检查|巡查|监测|消毒|一次|清零|更新|统计|汇总)/;

/** What must be done again and again. */
export const recurring: Rule<CycleAtom> = (atom, sight) => {
  const { head, tail } = sight;
  const result = {
    kind: 'recurring' as const,
    start: atom.start,
    end: atom.end,
    to: atom.to,
    every: atom.times === 1 ? atom.every : null,
    ...cycleLength(atom),
  };
  if (atom.bound) return result;
  if (/(?:平均|人均|户均|年均)$/.test(head) || AMOUNT.test(tail) || MONEY.test(tail)) return null;
  if (sight.news && TOLD.test(tail.slice(0, 24))) return null;
  if (atom.limited) return result;
  const clause = tail.split(/[。;每]/, 1)[0]?.slice(0, 26) ?? '';
  const text = sight.text.slice(atom.start, atom.end);
  if (/[日天]$|小时$|分钟$/.test(text)) {
    return DAILY_DUTY.test(clause) && !/^[\d.]+小时/.test(tail) ? result : null;
  }
  return DUTY.test(clause) && !/^(?:的|度的|来|都有)/.test(tail) ? result : null;
};

/** How long a cycle is where it is not one of its unit: 每两年, 每两个季度. */
function cycleLength({ every, times }: CycleAtom): { count?: number; unit?: TimeUnit } {
  if (times === 1 || every === null) return {};
  return every === 'quarter' ? { count: times * 3, unit: 'month' } : { count: times, unit: every };
}
