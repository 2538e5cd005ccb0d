import type { LengthAtom } from './atoms.ts';
import type { Rule } from './sight.ts';
import { LEAST } from './within.ts';

/** 许可证有效期为3年; 停留期不超过180日; 公示期为7日: a right, a paper or a state that lasts so long. */

const TERM =
  /(?:有效(?:期限?|时间)|(?:停留|居留|入境|出境|签证|使用|租赁|聘用|合同|履约|保存|保管|任职|贷款|授信|保险|保障|保护|担保|质保|保修|试用|见习|实习|试点|管理|服务|培育|建设|考核|过渡|缓冲|整改过渡|追溯|监测|观察|禁入|公示|公告|征求意见|扶持|支持|补贴|资助|孵化|轮换|挂职|服务|试运行|监管|特许经营|经营)(?:期限?|时间|年限)|任期|聘期|保质期|租期|学制|限期使用|资格期限)(?:一般|原则上|最长|均|统一|各|分别|暂定)*(?:为|是|:|不(?:得)?超过|最长(?:不超过)?(?:为)?|延长(?:至|到)?|可?达|以|满)*$/;
/** 最长可以延长至两年, said of a right in the same sentence. */
const PROLONGED =
  /(?:使用|有效|停留|居留|入境|出境|进口|合同|许可|租赁|聘)[^。;]{0,60}(?:延长|续期|延期|展期)(?:至|到)$/;
const HOLDS = /^(?:之?内)?有效(?!期|果|率)/;
const CONFINED = /^(?:的)?(?:严格的?)?(?:集中|居家|医学|隔离|封闭|社区健康|健康监测|健康管理|观察)/;

/** How long something lasts. */
export const validity: Rule<LengthAtom> = (atom, sight) => {
  const { head, tail } = sight;
  if (atom.about || LEAST.test(head)) return null;
  const term = TERM.exec(head);
  const prolonged = term ? null : PROLONGED.exec(head);
  if (term || prolonged) {
    const least = /^(?:以上|及以上)/.test(tail);
    const start = prolonged
      ? atom.start - (/延长(?:至|到)?$/.exec(head)?.[0].length ?? 0)
      : atom.start - (term?.[0].length ?? 0);
    return least ? null : { kind: 'validity', start, end: atom.end, count: atom.count, unit: atom.unit };
  }
  if (HOLDS.test(tail))
    return { kind: 'validity', start: atom.start, end: atom.end + 2, count: atom.count, unit: atom.unit };
  if (CONFINED.test(tail) && /(?:实施|实行|进行|落实|采取|执行|开展|接受)$/.test(head)) {
    return { kind: 'validity', start: atom.start, end: atom.end, count: atom.count, unit: atom.unit };
  }
  return null;
};
