import { isCloser, opening } from './scan.ts';

/** With a verb right before it such a noun is one name (支付系统), no object of the verb. */
export const GENERIC =
  /^(?:系统|平台|中心|机制|制度|体系|办法|方案|机构|企业|项目|工程|基地|名录|清单|目录|标准|单位|人员|场所|设施|设备|工具|协会|小组|组织|部门)$/;
/** Verbs that take a whole relative clause as their object, so that a phrase starts after them even so. */
export const OUTER = new Set(
  '适用于 鼓励 支持 引导 推动 指导 督促 加强 规范 组织 应当 可以 不得 必须 是指 系指 包括 包含 所称 所称的 是 也是 就是 推进 促进 强化 完善 依托 限制 开展 原则上为 一般为 主要为 均为 分别为 应为 限于'.split(
    ' ',
  ),
);
export const DETERMINERS = new Set(['有关', '相关', '上述', '下列', '以下']);

/** The nearest start from which `[start, end)` holds the characters of `short` in order; -1 where none does. */
export function aligned(text: string, end: number, floor: number, short: string): number {
  let next = short.length - 1;
  for (let i = end - 1; i >= floor && next >= 0; i--) {
    const char = text.charAt(i);
    if (char === '\n' || char === '。') return -1;
    if (char !== short.charAt(next)) {
      // 登记机关 does not come from a 机 and a 关 somewhere in the sentence: it must end like the phrase.
      if (next === short.length - 1 && end - i > 6) return -1;
      continue;
    }
    if (next === 0) return i;
    next--;
  }
  return -1;
}

/** Whether a 的 stands in `[start, end)`, outside brackets and quotations: what is before it may be a clause. */
export function holdsOf(text: string, start: number, end: number): boolean {
  for (let i = end - 1; i > start; i--) {
    if (isCloser(text, i)) {
      const open = opening(text, i);
      if (open > start) i = open;
    } else if (text.charAt(i) === '的') return true;
  }
  return false;
}

/** 印发了《…》, 以及其他…: an aspect word or a conjunction at its start is no part of a phrase. */
export function trimStart(text: string, start: number, end: number): number {
  const joint = /^(?:以及|或者|和|及|与)/.exec(text.slice(start, start + 2));
  let at = start + (joint && end - start > 6 ? joint[0].length : 0);
  while (at < end - 1 && '了着过'.includes(text.charAt(at))) at++;
  if (text.charAt(at) === '起' && !'草诉点步'.includes(text.charAt(at + 1))) at++;
  return at;
}
