import { type Name, splitNames } from './agencies.ts';

/** What a duty's words say, in places of the folded text. */
export interface Roles {
  lead: Name[];
  support: Name[];
  due: Name | null;
}

const LABEL =
  /(?:(牵头|主办|主责|主要责任|责任|负责|实施|落实|承办|主管|组织|包保)|(配合|协办|协同|参与|参加|协作|支持|协助)|(?:完成|办结|落实|整改|推进|办理|实施|工作|任务|见效)?(?:时限|期限|时间节点|时间|进度))(?:部门和单位|单位和部门|部门\(单位\)|单位\(部门\)|部门|单位|处室|科室|机构|主体|领导|人|方|要求)?(?:及分工)?:/g;
const MARK = /\((牵头|主办|配合|协办|参与)(?:单位|部门)?\)$/;

/**
 * Reads labelled fields: `责任单位:甲、乙;完成时限:2025年12月底`.
 *
 * @param text folded text
 * @returns null where no field names a body
 */
export function readFields(text: string, start: number, end: number): Roles | null {
  const roles: Roles = { lead: [], support: [], due: null };
  const words = text.slice(start, end);
  const labels = [...words.matchAll(LABEL)];
  labels.forEach((label, i) => {
    const from = start + label.index + label[0].length;
    let to = start + (labels[i + 1]?.index ?? words.length);
    while (to > from && ';,。、\n'.includes(text.charAt(to - 1))) to--;
    if (to <= from) return;
    if (label[1] || label[2])
      addNames(text, splitNames(text, from, to), label[1] ? 'lead' : 'support', roles);
    else roles.due ??= { start: from, end: to };
  });
  return roles.lead.length + roles.support.length > 0 ? roles : null;
}

/** Adds a field's names; in 甲（牵头）、乙 the mark says who leads, and the others support. */
export function addNames(
  text: string,
  names: readonly Name[],
  field: 'lead' | 'support',
  roles: Roles,
): void {
  const marks = names.map((name) => MARK.exec(text.slice(name.start, name.end)));
  const led = marks.some((mark) => mark?.[1] === '牵头' || mark?.[1] === '主办');
  names.forEach((name, i) => {
    const mark = marks[i];
    const leads = mark ? mark[1] === '牵头' || mark[1] === '主办' : field === 'lead' && !led;
    roles[leads ? 'lead' : 'support'].push({
      start: name.start,
      end: name.end - (mark ? mark[0].length : 0),
    });
  });
}
