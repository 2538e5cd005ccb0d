import { dateIn } from './dates.ts';
import { DAY } from './roles.ts';

const SELF = '(?:本[\\u4e00-\\u9fff]{1,10}|现予[公发]布,?|公布,?)';
const STARTS = new RegExp(
  `(?:${SELF}|^|[。,(\\s])[^。;\\n]{0,12}?(?:自|从|于)(${DAY}|(?:印发|公布|发布|颁布|下发)之日)起?(?:正式)?(?:施行|实施|执行|试行|生效|起施行)`,
);
const ENDS = new RegExp(`有效期[限]?(?:至|到|截止到|截至|延长至)(${DAY})`);

export function ownDates(
  text: string,
  issued: string | null,
  published: string | null,
): { effective: string | null; expires: string | null } {
  const starts = STARTS.exec(text)?.[1];
  const effective = starts
    ? (dateIn(starts) ?? (starts.startsWith('印发') ? issued : (published ?? issued)))
    : null;
  const ends = ENDS.exec(text)?.[1];
  return { effective, expires: ends && effective ? dateIn(ends) : null };
}
