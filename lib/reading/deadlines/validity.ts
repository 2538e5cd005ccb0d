import type { LengthAtom } from './atoms.ts';
import { after, any, before, ending, ends } from './patterns.ts';
import type { Found, Rule } from './sight.ts';
import { LEAST } from './within.ts';

/** 许可证有效期为3年; 停留期不超过180日; 公示期为7日: a right, a paper or a state that lasts so long. */

const TERM = before(
  `(${any(
    `有效(?:期限?|时间)
     (?:停留|居留|入境|出境|签证|(?<!设计)使用|领取|享受|发放|缓缴|租赁|聘用|合同|履约|保存|保管|任职|贷款|授信|保险|保障|保护|担保|质保|保修|试用|见习|实习|试点|管理|服务|培育|建设|考核|过渡|缓冲|追溯|监测|观察|禁入|公示|公告|征求意见|扶持|支持|补贴|资助|孵化|轮换|挂职|试运行|监管|特许经营|经营|休学|贮存|储存|存放|安置|出让|承包|借款|还款|宽限|禁渔|禁牧|休渔|冷静)(?:期限?|时间|年限)
     任期 聘期 保质期 租期 学制`,
  )}${any('一般 原则上 均 统一 各 分别 暂定')}{0,3}` +
    `${any('最长 为 是 : 不(?:得)?超过 延长(?:至|到)? 可?达')}{0,4})`,
);
/** 最长可以延长至两年, said of a right in the same sentence. */
const PROLONGED = before(
  `${any('使用 有效 停留 居留 入境 出境 进口 合同 许可 租赁 聘')}[^。;\\n]{0,60}((?:延长|续期|延期|展期)[至到])`,
);
/** 列入名单，期限3年: years are a state's; a procedure's limit counts days. */
const FOR_YEARS = before('[,;、(](期限(?:为|是|:)?)');
/** 给予最长3年的补贴. */
const GRANTED = before(
  `${any('给予 享受 提供 发放 可获')}[^,。;\\n]{0,6}?((?:最长|最高)?(?:不(?:得)?超过|可达)?)`,
);
/** 2年过渡期, 6个月的缓冲期. */
const NAMED_AFTER = after(
  `的?${any('过渡 缓冲 宽限 试用 冷静 保护 观察 适应 培育 试运行 免租 质保 保修 见习 试点 禁入')}期(?![满内后间])`,
);
/** 免征五年企业所得税: a relief that lasts so long. */
const RELIEF = before(any('免征 免缴 减征 免收 缓缴 减免 减半征收 返还'));
/** 信用修复期为6个月, 公示5个工作日: any other named span. */
const SPAN = before('((?:(?<![周工日初近长短定分假学])期(?:一般|原则上)?(?:为|是|:))|公示|公告)');
/** 投标有效期从…之日起算，为90日. */
const COUNTED = before(
  '((?:有效|暂停|中止|停止|冻结|禁止|限制|保质|保修|质保|公示|公告|合同)期限?(?:自|从)[^,。;\\n]{2,24}起(?:计?算)?,?(?:为|最长)?(?:不得?超过)?)',
);
/** 五年内免征企业所得税: the same, with 内. */
const RELIEVED = after('(?:之?内|以内),?(?:免征|免缴|减征|免收|缓缴|减半征收|不予?征收)');
const HOLDS = /^(?:之?内)?(?:有效(?![期果率])|(?:保持|维持)?不变)/;
const CONFINED = after(`(?:严格的?)?${any('集中 居家 医学 隔离 封闭 社区健康 健康监测 健康管理 观察')}`);
const IMPOSED = before(any('实施 实行 进行 落实 采取 执行 开展 接受'));

/** How long something lasts. */
export const validity: Rule<LengthAtom> = (atom, sight) => {
  const { tail } = sight;
  if (atom.about || ends(LEAST, sight)) return null;
  const term =
    ending(TERM, sight) || ending(PROLONGED, sight) || ending(SPAN, sight) || ending(COUNTED, sight);
  if (term) return /^期?(?:以上|及以上)/.test(tail) ? null : lasting(atom, term.length, 0);
  const years = atom.unit === 'year' ? ending(FOR_YEARS, sight) : '';
  if (years && /^(?:$|[,。;)\n])/.test(tail)) return lasting(atom, years.length, 0);
  const named = NAMED_AFTER.exec(tail);
  if (named) return lasting(atom, 0, named[0].length);
  if (tail.startsWith('的')) {
    const most = ending(GRANTED, sight);
    if (most) return lasting(atom, most.length, 0);
  }
  if (ends(RELIEF, sight) && !/^(?:之?内|以内)/.test(tail)) return lasting(atom, 0, 0);
  if (RELIEVED.test(tail)) return lasting(atom, 0, tail.startsWith('内') ? 1 : 2);
  const holds = HOLDS.exec(tail);
  if (holds) return lasting(atom, 0, holds[0].length);
  return CONFINED.test(tail) && ends(IMPOSED, sight) ? lasting(atom, 0, 0) : null;
};

function lasting(atom: LengthAtom, before: number, after: number): Found {
  const { start, end, count, unit } = atom;
  return { kind: 'validity', start: start - before, end: end + after, count, unit };
}
