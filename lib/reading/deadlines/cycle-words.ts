import { type CycleAtom, cycle } from './atoms.ts';
import { any, at } from './patterns.ts';

/** Cycles that carry their duty in themselves: 按月报送, 一季一调度, 日研判、周调度. */

const ACTS = any(
  `评估 调度 通报 会商 研判 考核 报告 总结 评价 检查 排查
   公布 更新 审核 分析 汇报 清理 培训 督查 督导 盘点 反馈
   例会 点评 排名 晾晒 清零 扫描 巡查 抽查 巡检 监测 跟踪
   推进 小结 对账 复盘 会审 通气 自查 安排 统计 清单 提醒
   曝光 轮训`,
);
/** 一季一调度; in quotation marks anything that is not the adjective 一年一度: “一月一课”. */
const ONE_EACH = new RegExp(`一(年|季度?|月|周|旬|日)一(?:${ACTS}|次(?!性)|(?!度)[一-鿿]{1,2}(?=”))`, 'y');
const CHAIN = new RegExp(`[日周旬月季年]${ACTS}(?:、[日周旬月季年]${ACTS}){1,7}`, 'y');
const BY_ACTS =
  '(?:报(?!酬|销|废|价|名|表|刊)|上报|报送|报备|报告|通报|公布|公示|发布|调度|汇总|填报|申报|考核|评估|遴选|更新|分析|反馈|预缴|结算|清算|发放|预拨|拨付|兑付|支付|收取|缴纳|召开|监测|巡查)';
/** 按月报送, 按照年度在线报备, 按季度或月份召开, 逐月报送. */
const BY = new RegExp(
  `(?:按照?|逐)(?:自然)?(年度?|季度?|月度?|周|旬)(?:(?:或者?|、)(?:年度?|季度?|月[度份]?))?(?=(?:向[^,。;]{1,14})?(?:及时|定期|集中|在线|分别|统一|如实|视[^,。;]{0,6}需要)?${BY_ACTS})`,
  'y',
);

/** The cycle by its first character. */
export const EVERY: Record<string, CycleAtom['every']> = {
  年: 'year',
  季: 'quarter',
  月: 'month',
  周: 'week',
  星: 'week',
};

/**
 * What recurs from exactly here.
 *
 * @param offset at 按, 逐, 一, or the first character of a chain
 * @returns one for each act of a chain, or none
 */
export function readCycleWords(text: string, offset: number): CycleAtom[] {
  const char = text.charAt(offset);
  if (char === '按' || char === '逐') return one(offset, at(BY, text, offset));
  if (char === '一') return one(offset, at(ONE_EACH, text, offset));
  const acts = at(CHAIN, text, offset)?.[0].split('、') ?? [];
  // 月排名、月通报 repeats itself; 日研判、周调度 makes a rule of what comes when.
  if (new Set(acts.map((act) => act.charAt(0))).size < 2) return [];
  let start = offset;
  return acts.map((act) => {
    const atom = cycle(start, start + act.length, EVERY[act.charAt(0)] ?? null);
    start += act.length + 1;
    return { ...atom, bound: true };
  });
}

/** The cycle word is the first group. */
function one(offset: number, found: RegExpExecArray | null): CycleAtom[] {
  if (!found) return [];
  const every = EVERY[found[1]?.charAt(0) ?? ''] ?? null;
  return [{ ...cycle(offset, offset + found[0].length, every), bound: true }];
}
