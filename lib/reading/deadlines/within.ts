import { eventBefore } from './anchor.ts';
import type { EventAtom, LengthAtom } from './atoms.ts';
import type { Found, Rule, Sight } from './sight.ts';

/** 自收到申请材料之日起5个工作日内; 30日内; 不得超过30日; 压缩至3个工作日; 23天办结; 当日办结. */

const INSIDE = /^(?:时间)?(?:之内|以内|内(?![部容外地设涵资需销贸河陆控幕科瓦]))/;
/** 近三年内, 过去12个月内, 7×24小时: not to come, or no limit. */
const BACK =
  /(?:全天|近|最近|过去|前|此前|之前|上|往|已|满|不满|未满|第|历时|历经|[×x*X/]|每|达|长达|平均|晚|早|另|又|近来|有)$/;
/** Not less than. */
export const LEAST =
  /(?:不少于|不低于|不短于|不小于|不得少于|不得低于|不得短于|少于|低于|不足|至少|至少为|最少|最短|≥|>|大于|高于|多于)$/;

/** An upper bound before the number. */
const MOST =
  /(?:(?:不|不得|不能|不应|不可|不再|未)(?:超过|多于|超出|大于|长于|高于)|最长(?:不超过|为)?|最多(?:不超过|为)?|上限为?|以内为限|(?:控制|压缩|缩短|压减|缩减|精简|减少|提速|降低|降|缩|减|下调|压降|优化|限定|限制)(?:在|至|到|为)|限时?|可(?:以)?延长|延长(?:期限)?(?:为)?|再?顺延|宽限(?:期)?(?:为)?)$/;
/** What is expected or was reached binds nobody. */
const ESTIMATE = /(?:预计|有望|仅用|只用|只需|平均用时)[^,。;]{0,14}$/;
/** 从5个工作日压缩至…: what it was before. */
const BEFORE_CHANGE = /(?:从|原来的?|原|(?<![理缘事案自])由)$/;
/** A field that holds a limit. */
const FIELD =
  /(?:(?:办理|办结|承诺|法定|审批|审核|审查|受理|完成|整改|答复|反馈|响应|处理|处置|评估|评审|核查|核准|登记|办事|流转|移送|调查|公告|公示|申报|申请|复核|送达|修复|建设|施工|培训|评议)(?:服务)?(?:时限|期限|时间|周期|时长)|时限|期限)(?:要求)?(?:原则上|一般)?(?:均|各|统一)?(?:为|是|:|不超过|控制在|缩短至|压缩至)?$/;
/** Acts that end a procedure: 23天办结, 1分钟响应. */
const ACT =
  /^(?:之?内)?(?:全部|即可|全程|首次|一次性|快速|极速)?(?:办结|办好|办理|办成|办妥|完成|响应|答复|反馈|审结|出证|拿证|领证|取证|发证|送达|到达|到场|到岗|处置|处结|放行|上门|接通|拿地|开工|办毕|通关|出结果|出具|受理|审批|审核|核准|归档|转办|回复|回应|到账|拨付|兑现|修复|退税|解决|通电|接电)/;
/** 五年建设筹措…, 三年再造: a span of years that opens a clause with what is to be done in it. */
const YEARS =
  /^(?:内)?(?:完成|建设|建成|新增|实现|再造|打造|培育|改造|投入|达到|累计|滚动|基本|全面|行动见效|筹措|引进|推动|形成)/;
const USE = /(?:用|利用|经过|通过|力争|争取|再用|花|以)$/;
const TIME = /^(?:左右|上下|以内|内)?(?:的)?(?:时间|左右|努力|的努力)/;
/** Conditions on the past that 内 may carry: 3年内无重大违法. */
const CONDITION =
  /^(?:之?内|以内),?(?:均|都|累计|连续)?(?:无|没有|不存在|有(?!效)|因|曾|受过|受到|发生过|被|获得?过?|出现|存在|两次|二次|多次|违|未(?:发生|受|因|出现|被|有|存在|违|列|获|享|查|纳入|受到)|新[认获]|毕业|依法)/;
const KIND_OF =
  /^(?:之?内|以内)的?(?:高校|毕业|企业|创新|科技|初创|大学|劳动|人员|小微|中小|新|存量|科技型|项目(?!完)|博士|硕士|青年)/;
const SINCE_LIFE = /(?:毕业|成立|注册|登记|创办|离校|退役|退休|回国|设立|入职|投产|上市)(?:后)?$/;
/** 15分钟生活圈, 三年行动, 5年期: a name. */
const NAME =
  /^(?:[一-鿿”]{0,8}圈|行动|计划|规划|方案|期(?:国债|贷款|以上)|制(?!定|止)|历史|经验|工作经[历验]|以上|及以上|来|间的?|一遇|一次|的[一-鿿]{0,6}(?:经验|经历|历史|平均)|平均|以前|期限|期满|期末)/;
const CONSECUTIVE = /(?:自行停业|停业|歇业|停产|未|不|中断|闲置|旷工)[^,。;]{0,8}连续$/;

/** A limit of so much time. */
export const within: Rule<LengthAtom> = (atom, sight) => {
  const { head, tail } = sight;
  if (
    atom.about ||
    LEAST.test(head) ||
    ESTIMATE.test(head) ||
    BEFORE_CHANGE.test(head) ||
    /^左右(?!的?时间)/.test(tail)
  )
    return null;
  const most = MOST.test(head);
  if (most) return limit(atom, sight, INSIDE.exec(tail)?.[0].length ?? 0);
  if (/超过$/.test(head)) return overrun(atom, sight);
  if (BACK.test(head) || NAME.test(tail))
    return CONSECUTIVE.test(head) && /^以上/.test(tail) ? limit(atom, sight, 2) : null;
  const inside = INSIDE.exec(tail);
  const event = eventBefore(sight.text, sight.from, atom.start);
  const close = event?.close === true;
  if (inside) {
    if (atom.unit === 'year' || atom.unit === 'month') {
      if (KIND_OF.test(tail) || (SINCE_LIFE.test(head) && !close) || (!close && CONDITION.test(tail)))
        return null;
    }
    if (/(?:步行|车程|骑行|车行|通勤)[^,。;]{0,6}$/.test(head)) return null;
    return limit(atom, sight, inside[0].length);
  }
  if (close && !/^(?:后|以后|之后|以上|起)/.test(tail)) return limit(atom, sight, 0);
  if (
    FIELD.test(head) &&
    !/(?:有效|停留|居留|保存|保管|使用|租赁|合同|聘用|任职|投资|贷款|保修|质保)[一-鿿]{0,3}[^,。;]{0,4}$/.test(
      head,
    )
  ) {
    return /^(?:$|[,。;)\n、(]|至|届)/.test(tail) ? limit(atom, sight, 0) : null;
  }
  const year = atom.unit === 'year' || atom.unit === 'month';
  if (/24小时$/.test(sight.text.slice(atom.start, atom.end)) && /^(?:受理|接听|服务|在线|值)/.test(tail))
    return null;
  if (!year && ACT.test(tail) && !/(?:仅|只|已|用时)用?$/.test(head)) return limit(atom, sight, 0);
  if (USE.test(head) && TIME.test(tail) && !/(?:仅|只|已)用$/.test(head)) {
    const time = TIME.exec(tail)?.[0].length ?? 0;
    return limit({ ...atom, start: atom.start - (/用$/.test(head) ? 1 : 0) }, sight, time);
  }
  if (
    atom.unit === 'year' &&
    atom.count > 1 &&
    /(?:^|[,:]|力争|争取|计划|未来)$/.test(head) &&
    YEARS.test(tail) &&
    !sight.title
  ) {
    return limit(atom, sight, 0);
  }
  return null;
};

/** 自取得营业执照之日起无正当理由超过6个月未开业. */
function overrun(atom: LengthAtom, sight: Sight): Found | null {
  return /^(?:仍|尚|还)?(?:未|不|没有|无)/.test(sight.tail) ? limit(atom, sight, 0) : null;
}

function limit(atom: LengthAtom, sight: Sight, more: number): Found {
  const event = eventBefore(sight.text, sight.from, atom.start);
  const close = event?.close ? event.start : atom.start;
  const lead = close === atom.start && /(?:在|于)$/.test(sight.head) && atom.start === sight.start ? 1 : 0;
  return {
    kind: 'within',
    start: close - lead,
    end: atom.end + more,
    count: atom.count,
    unit: atom.unit,
    anchor: event?.anchor ?? null,
  };
}

/** What one does on the same day. */
const SAME_DAY =
  /^(?:前|内|之内)?(?:[一-鿿]{0,4})?(?:办结|办理|完成|报告|报送|上报|报(?!道|纸|刊)|反馈|处理完|送达|移送|公布|公示|告知|通知|录入|归集|清零|办毕|答复|受理|转办|拨付|到账|解缴|上缴|退还|发放|开具|核发|出具|审结|交)/;

/** 当日办结, 次日前报送: one day, the event's own (`same-day`) or the next. */
export const sameDay: Rule<EventAtom> = (atom, sight) => {
  if (atom.word !== 'same-day' && atom.word !== 'next-day') return null;
  if (sight.news || !SAME_DAY.test(sight.tail) || /^[,]/.test(sight.tail) || tellsDay(sight)) return null;
  const found: Found = { kind: 'within', start: atom.start, end: atom.end, count: 1, unit: 'day' };
  return atom.word === 'same-day' ? { ...found, notes: ['same-day'] } : found;
};

function tellsDay({ head, tail }: Sight): boolean {
  return /^.{0,10}了/.test(tail) || /(?:\d日|^)$/.test(head);
}
