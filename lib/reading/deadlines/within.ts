import { eventBefore } from './anchor.ts';
import type { LengthAtom } from './atoms.ts';
import { after, any, before, ends, SENTENCE } from './patterns.ts';
import type { Found, Rule, Sight } from './sight.ts';

/** 自收到申请材料之日起5个工作日内; 30日内; 不得超过30日; 压缩至3个工作日; 23天办结. */

const INSIDE = /^(?:\(含[^)]{0,6}\)|时间|的?期限)?(?:之内|以内|内(?![部容外地设涵资需销贸河陆控幕科瓦]))/;
/** Not less than. */
export const LEAST = before(
  any(
    '不少于 不低于 不短于 不小于 不得少于 不得低于 不得短于 少于 低于 不足 至少为? 最少 最短 ≥ > 大于 高于 多于',
  ),
);
/** What is expected or was reached binds nobody. */
const ESTIMATE = before(`${any('预计 有望 仅用 只用 只需 平均用时')}[^,。;\\n]{0,14}`);
/** 从5个工作日压缩至…: what it was before. */
const WAS = before('(?:从|原来的?|原|(?<![理缘事案自])由)');
/** An upper bound before the number. */
const MOST = before(
  any(
    `[不未](?:得|能|应|可|再)?(?:超过|多于|超出|大于|长于|高于) 最长(?:不超过|为)? 最多(?:不超过|为)? 上限为?
     (?:控制|压缩|缩短|压减|缩减|精简|减少|提速|降低|降|缩|减|下调|压降|优化|限定|限制)(?:在|至|到|为)
     (?<![期时年上权])限[时期]? 可(?:以)?延长 延长(?:期限)?[为至到]? 顺延 宽限期?为?`,
  ),
);
const OVER = before('超过');
/** 近三年内, 过去12个月内, 7×24小时: not to come, or no limit. */
const BACK = before(
  any('全天 年龄 (?<![就附])近 过去 前 以上 往 已 满 第 历时 历经 [×x*X/] 每 达 平均 [晚早另又] 近来 有'),
);
/** 15分钟生活圈, 三年行动, 5年期: a name. */
const NAME = after(
  any(
    `[一-鿿”]{0,8}圈 行动 计划 规划 方案 期(?:国债|贷款|以上) 制(?![定止]) 历史 经验 工作经[历验] 以上 及以上 来 间的? 一遇
     的[一-鿿]{0,6}(?:经验|经历|历史|平均) 平均 以前 期限(?!之?内) 期满 期末`,
  ),
);
const STANDSTILL = before(`${any('停业 歇业 停产 未 不 中断 闲置 旷工')}[^,。;\\n]{0,8}连续`);

/** A limit of so much time. */
export const within: Rule<LengthAtom> = (atom, sight) => {
  const { tail } = sight;
  if (atom.about || ends(LEAST, sight) || ends(ESTIMATE, sight) || ends(WAS, sight)) return null;
  if (/^左右(?!的?时间)/.test(tail) && !ends(USE, sight)) return null;
  const inside = INSIDE.exec(tail)?.[0].length ?? 0;
  if (ends(MOST, sight)) return limit(atom, sight, inside);
  if (ends(OVER, sight)) return overrun(atom, sight);
  if (ends(BACK, sight) || NAME.test(tail)) {
    return tail.startsWith('以上') && ends(STANDSTILL, sight) ? limit(atom, sight, 2) : null;
  }
  const close = eventBefore(sight.text, sight.from, atom.start)?.close === true;
  if (inside > 0) return isCondition(atom, sight, close) ? null : limit(atom, sight, inside);
  if (close && !/^(?:后|以后|之后|以上|起)/.test(tail)) return limit(atom, sight, 0);
  return bare(atom, sight);
};

/** 自取得许可之日起无正当理由超过6个月未出海. */
function overrun(atom: LengthAtom, sight: Sight): Found | null {
  return /^[仍尚还]?(?:未|不|没有|无)/.test(sight.tail) ? limit(atom, sight, 0) : null;
}

/** Conditions on the past that 内 may carry: 3年内无重大违法. */
const PAST = after(
  `(?:之?内|以内),?(?:均|都|累计|连续)?${any(
    `无 没有 不存在 有(?!效) 因 曾 受过 受到 发生过 被 获得?过? 出现 存在 两次 二次 多次 违
     未(?:发生|受|因|出现|被(?!发现)|有|存在|违|列|获|享|查|纳入) 新[认获] 毕业 又 再次发生 依法`,
  )}`,
);
/** 毕业2年内的高校毕业生, 1年以内的贷款: what sort of people or things. */
const SORT = after(
  `(?:之?内|以内)(?:的?${any('高校 毕业 企业 创新 科技 初创 大学 劳动 人员 小微 中小 新 存量 博士 硕士 青年 贷款')}|\\(含[^)]{0,6}\\)的|期)`,
);
const BORN = before(`${any('毕业 成立 注册 登记 创办 离校 退役 退休 回国 设立 入职 投产 上市')}后?`);
/** 逾期30日以内的, 房龄20年以内的住房: how late or how old. */
const DEGREE = before('(?:逾期|[房车工教龄店]龄)');
const TRAVEL = before(`${any('步行 车程 骑行 车行 通勤')}[^,。;\\n]{0,6}`);

function isCondition({ unit }: LengthAtom, sight: Sight, close: boolean): boolean {
  if (ends(TRAVEL, sight)) return true;
  if (ends(DEGREE, sight) && /^(?:之?内|以内)的/.test(sight.tail)) return true;
  if (unit !== 'year' && unit !== 'month') return false;
  return SORT.test(sight.tail) || (!close && (ends(BORN, sight) || PAST.test(sight.tail)));
}

/** A field that holds a limit. */
const FIELD = before(
  `(?:${any(
    `办理 办结 承诺 法定 审批 审核 审查 受理 完成 整改 答复 反馈 响应 处理 处置 评估 评审 核查 核准 登记 办事 流转 移送 调查
     公告 公示 申报 申请 复核 送达 修复 建设 施工 培训 评议`,
  )}(?:服务)?(?:时限|期限|时间|周期|时长)|时限|期限|工期|(?:交货|供货|交付)期)(?:要求)?(?:原则上|一般)?[均各]?(?:为|是|:)?`,
);
const OTHER_FIELD = before(
  `${any('有效 停留 居留 保存 保管 使用 租赁 合同 聘用 任职 投资 贷款 保修 质保')}[一-鿿]{0,3}[^,。;\\n]{0,4}`,
);
/** 原审批时限为20个工作日: what it was. */
const WAS_FIELD = before('(?:原|原有|原来|原先|以往|此前|改革前)的?[^,。;:\\n]{0,6}[时期][限间](?:为|是)?');
/** Acts that end a procedure: 23天办结, 1分钟响应. */
const ACT = after(
  `${any('全部 即可 全程 首次 一次性 快速 极速')}?${any(
    `办结 办好 办理 办成 办妥 完成 响应 答复 反馈 审结 出证 拿证 领证 取证 发证 送达 到达 到场 到岗 处置 处结 放行 上门 接通 拿地 开工
     办毕 通关 出结果 出具 受理 审批 审核 核准 归档 转办 回复 回应 到账 拨付 兑现 修复 退税 解决 通电 接电`,
  )}`,
);
const ONLY = before('(?:仅|只|已|用时)用?');
/** 24小时受理 is a service round the clock. */
const ROUND_THE_CLOCK = after(any('受理 接听 服务 在线 值'));
const USE = before(any('用 经过 通过 力争 争取 花 以'));
const TIME = /^(?:左右|上下|以内|内)?的?(?:时间|左右|努力)/;
/** 五年建设筹措…, 分三年完成: a span of years that opens a clause with what is to be done in it. */
const OPENS = before(`(?:${SENTENCE}|[,:]|分|力争|争取|计划|未来|今后|接下来)`);
const YEARS = after(
  `(?:左右)?,?${any(
    '完成 新建 建设 建成 新增 实现 再造 打造 培育 改造 投入 达到 累计 滚动 基本 全面 筹措 引进 推动 形成 落实 实施',
  )}`,
);

/** A limit without 内: 办理时限：20个工作日, 23天办结, 用三年时间, 五年建设…. */
function bare(atom: LengthAtom, sight: Sight): Found | null {
  const { tail } = sight;
  const long = atom.unit === 'year' || atom.unit === 'month';
  if (ends(FIELD, sight) && !ends(OTHER_FIELD, sight) && !ends(WAS_FIELD, sight)) {
    return /^(?:$|[,。;)\n、(]|至|届)/.test(tail) ? limit(atom, sight, 0) : null;
  }
  if (atom.unit === 'hour' && atom.count === 24 && ROUND_THE_CLOCK.test(tail)) return null;
  if (!long && ACT.test(tail) && !ends(ONLY, sight)) return limit(atom, sight, 0);
  const time = TIME.exec(tail);
  if (time && ends(USE, sight) && !ends(ONLY, sight)) {
    const use = sight.head.endsWith('用') ? 1 : 0;
    return limit({ ...atom, start: atom.start - use }, sight, time[0].length);
  }
  const years = atom.unit === 'year' && atom.count > 1 && !sight.title;
  return years && YEARS.test(tail) && ends(OPENS, sight) ? limit(atom, sight, 0) : null;
}

const IN = before('[在于]');

function limit(atom: LengthAtom, sight: Sight, more: number): Found {
  const event = eventBefore(sight.text, sight.from, atom.start);
  const lead = atom.start === sight.start && ends(IN, sight) ? 1 : 0;
  return {
    kind: 'within',
    start: event?.close ? event.start : atom.start - lead,
    end: atom.end + more,
    count: atom.count,
    unit: atom.unit,
    anchor: event?.anchor ?? null,
  };
}
