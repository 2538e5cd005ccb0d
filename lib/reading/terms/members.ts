import type { Span } from '../types.ts';
import { type Found, meaningAt } from './build.ts';
import { definitionEnd } from './reach.ts';
import { indexNear, LONGEST_SENTENCE } from './scan.ts';

/** 补贴金额=载客量×单价; 折算公式为：A÷B. */
export function formula(text: string, term: Span, at: number): Found | null {
  const named = text.charAt(at) === ':';
  if (named && !/公式$/.test(text.slice(term.start, term.end))) return null;
  if (!named && text.charAt(at) !== '=') return null;
  const from = at + 1;
  let end = from;
  const last = Math.min(text.length, from + 160);
  while (end < last && !',。;\n'.includes(text.charAt(end))) end++;
  const words = text.slice(from, end);
  if (!/[×÷*+/\-=](?=[(一-鿿\d])/.test(words) || !/[一-鿿]/.test(words)) return null;
  return meaningAt(text, 'gloss', term, from, end);
}

/** Words for a part of a text or a procedure: what they include says not what they mean. */
const NO_NOTION =
  /(?:内容|方式|情况|情形|报告|方案|材料|资料|档案|措施|任务|成员|事项|程序|流程|形式|书|表|案|案卷|信息|要求|条件|依据|规定|办法|政策|类型|种类|目标|工作|步骤|环节|职责|要素|领域|部门|地区|文件|台账|记录|库|对象|目录|清单|计划|原则|渠道|单位|名称|特征|途径|原因|标准|重点|指标|系统|功能|公告|通知|协议|合同|规则|证明|意见|结果|《|》|[要应])$/;

/** 渡运费用包括船票和保险费: what belongs to a notion. */
export function members(text: string, term: Span, at: number): Found | null {
  const words = text.slice(term.start, term.end);
  if (words.length > 10 || words.length < 3 || NO_NOTION.test(words)) return null;
  const from = at + (text.charAt(at) === ':' ? 1 : 0);
  if (/^(?:但不限于|下列|以下|了|在内)/.test(text.slice(from, from + 6))) return null;
  let end = definitionEnd(text, from);
  const comma = indexNear(text, ',', from, end - from);
  if (comma > from && /[、和与及]/.test(text.slice(from, comma))) end = comma;
  const content = text.slice(from, end);
  const counted = /^[两二三四五六七八九十][^,、]{1,10}$/.test(content);
  if (counted && text.startsWith('一是', end + 1)) {
    const line = indexNear(text, '\n', end, LONGEST_SENTENCE);
    const stop = line < 0 ? Math.min(text.length, end + LONGEST_SENTENCE) : line;
    end = stop - (text.charAt(stop - 1) === '。' ? 1 : 0);
  } else if (counted || !/[、和与及;]/.test(content) || content.length < 6) return null;
  return meaningAt(text, 'scope', term, from, end);
}

/** 参保对象为甲和乙: who is meant. */
export function list(text: string, term: Span, at: number): Found | null {
  const from = at + (text.charAt(at) === ':' ? 1 : 0);
  const end = definitionEnd(text, from);
  if (end - from < 8 || indexNear(text, '的', from, end - from) < 0) return null;
  return meaningAt(text, 'scope', term, from, end);
}
