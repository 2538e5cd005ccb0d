import { type Folded, printed } from '../fold.ts';
import { isHan } from '../terms/scan.ts';

/** How the names of bodies end that a duty can fall on. */
const BODY =
  /(?:委员会|委|局|厅|部|办公厅|办公室|办|院|署|政府|行|中心|海关|公司|集团|管委会|协会|学会|商会|联合会|社|单位|部门|机构|机关|街道|乡镇|区县|各区|各县|各市|各镇|街镇|园区|处|科|司|组|专班|所|站|队|总队|支队|银行|高校|院校|学校|医院|企业|牵头方|妇联|工会|团委|科协|残联|侨联|法院|检察院|高院|中院|总部|分行|分局|省市|州市|等|有关方面|各方)$/;

/** One name in a list of bodies, as a place in the folded text. */
export interface Name {
  start: number;
  end: number;
}

/** Whether these words name a body: 市教委, 各区政府, 有关部门, 临港新片区管委会（筹）. */
export function isBody(words: string): boolean {
  const bare = words.replace(/\([^()]*\)$/, '').replace(/等(?:部门|单位|有关部门|相关部门)?$/, '');
  return bare.length >= 2 && bare.length <= 40 && !/^共?\d/.test(bare) && BODY.test(bare);
}

/**
 * Splits a list of names at 、 ， ； and at 和 及 以及 between two bodies, brackets left whole.
 *
 * @returns the names without a closing 等
 */
export function splitNames(text: string, start: number, end: number): Name[] {
  const names: Name[] = [];
  let from = start;
  let depth = 0;
  const close = (to: number, next: number) => {
    const etc = /等(?:部门|单位|有关部门|相关部门|有关单位)?$/.exec(text.slice(from, to));
    const last = etc && etc.index > 1 ? from + etc.index : to;
    // 甲等部门、单位: the second word only goes on with the first.
    const rest = names.length > 0 && /^(?:部门|单位|机构)$/.test(text.slice(from, last));
    if (last > from && !rest) names.push({ start: from, end: last });
    from = next;
  };
  for (let i = start; i < end; i++) {
    const char = text.charAt(i);
    if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (char === '、' || char === ',' || char === ';' || char === '\n' || char === '/') close(i, i + 1);
    else if ((char === '和' || char === '及' || char === '与') && i > from) {
      const two = char === '及' && text.charAt(i - 1) === '以';
      const head = text.slice(from, two ? i - 1 : i);
      if (
        isBody(head) &&
        !/^(?:部门|单位|机构|个人)/.test(text.slice(i + 1, i + 3)) &&
        isHan(text.charCodeAt(i + 1)) &&
        isBody(restOf(text, i + 1, end))
      )
        close(two ? i - 1 : i, i + 1);
    }
  }
  close(end, end);
  return names;
}

/** The next name after a 和. */
function restOf(text: string, from: number, end: number): string {
  let to = from;
  while (to < end && !'、,;\n和及与('.includes(text.charAt(to))) to++;
  return text.slice(from, to);
}

/** Names as the page writes them, without white space. */
export function namesOf(source: string, folded: Folded, names: readonly Name[]): string[] {
  return names.map(({ start, end }) => printed(source, folded, start, end));
}
