import type { Span } from '../types.ts';
import { type Found, meaningAt } from './build.ts';
import { closing } from './scan.ts';

/** A definition says within this length what sort of thing its term is. */
const LONGEST_GENUS = 120;

/** Sorts of things that a definition may name. Slogans name others: 举措, 抓手, 关键, 支撑, 主体, 依据. */
const GENUS =
  /(?:房|公寓|机构|组织|团体|制度|机制|活动|行为|方式|模式|业态|平台|系统|图案|标识|场所|场地|区域|地带|园区|片区|设施|设备|装置|工具|车辆|船舶|产品|商品|服务|资金|基金|费用|款项|补贴|补助|津贴|保险|收入|企业|单位|公司|法人|项目|工程|人员|人才|群体|凭证|证书|证件|证明|文书|文件|名单|目录|清单|账户|代码|编码|过程|程序|方法|手段|技术|材料|物质|物品|疾病|总和|比值|资格|行业|产业|土地|用地|农产品|食品|药品|教育|培训|许可|登记|检查|措施|建筑|建筑物|作业|业务|交易|贸易|学校|医院|水体|法人和非法人组织)$/;
/** What praises or gives a part in something, and so says not what a thing is. */
const PRAISE =
  /重要|关键|主要|核心|根本|必由|必然|首要|有力|有效|唯一|首个|首批|首次|第一|主力|迫切|内在|具体|客观|长期|重大|本质|本市|本省|本区|全国|全省|全市|我[国省市区县]|职责|主管|牵头|责任/;
/** The clause before 的 tells what is done or what it is made of. */
const TELLS =
  /^(?:一[种类项个]|以|由|为了?|用于|用以|用来|通过|经过?|依法|依据|按照?|根据|利用|依托|运用|在|向|对|从事|具有|具备|能够?|可以?|供|针对|面向|围绕|政府|国家|企业|用人|社会|公民|单位|当事人)|组成|构成|提供|投资|设立|建设|开展|使用|形成|产生|实施|支付|发放|举办|取得|认定|管理|服务于|参加|需要|享受|记载|证明|反映/;
/** X是以A为B的C: only where C is a sort of thing, and the words before say what is done. */
export function copula(text: string, term: Span, from: number, comma: boolean): Found | null {
  const end = genusEnd(text, from);
  if (end < 0) return null;
  const words = text.slice(from, end);
  const of = words.lastIndexOf('的');
  const kind = words.slice(of + 1);
  const clause = words.slice(0, of);
  // 特种作业，是…的作业: the sort is in the word.
  const same = kind.endsWith(text.slice(term.end - 2, term.end));
  if (of < 4 || kind.length > 12 || /的[^,的]{0,4}(?:重要|关键|核心|主要)[^,]*,/.test(words)) return null;
  const sort = /^一[种类项]/.test(kind) || /^一[种类项]/.test(words);
  if (
    PRAISE.test(kind) ||
    (!sort && !same && (!TELLS.test(clause) || /^(?:本|我|全|该|当前|目前)/.test(clause)))
  )
    return null;
  if (comma && !sort && !same && !/^[以由指为]/.test(clause)) return null;
  return meaningAt(text, 'definition', term, from, end);
}

/** The end of the first clause that names a sort of thing, or of a later one that says 的一种…; -1 where none does. */
function genusEnd(text: string, from: number): number {
  const last = Math.min(text.length, from + LONGEST_GENUS);
  let found = -1;
  for (let i = from; i < last; i++) {
    const char = text.charAt(i);
    if (char === '“' || char === '(' || char === '《') {
      const close = closing(text, i, 80);
      if (close < 0) return found;
      i = close;
    } else if (',。;\n'.includes(char)) {
      const tail = text.slice(Math.max(from, i - 12), i);
      const sort = /的一[种类项]/.test(tail);
      if ((found < 0 || sort) && GENUS.test(tail) && text.slice(from, i).includes('的')) found = i;
      // X是…，是…: the second predicate says something else.
      if (char !== ',' || sort || text.charAt(i + 1) === '是') return found;
    }
  }
  return found;
}
