import { isWorkingDay } from '../calendar/working-days.ts';
import type { Found, Sight } from './sight.ts';

/**
 * Keys of what the law adds to a limit, for the card. They are hints and change no value; each law's
 * article was read:
 * - `civil-code-201` 民法典 第201条: the day of the event does not count;
 * - `civil-code-203` 民法典 第203条: a period whose last day is a holiday ends on the next working day;
 * - `licensing-law-82` 行政许可法 第82条: its time limits are in working days;
 * - `penalties-law-85` 行政处罚法 第85条: its 二日, 三日, 五日, 七日 are working days;
 * - `coercion-law-69` 行政强制法 第69条: its limits of up to ten days are in working days.
 */
export function lawNotes(found: Found, { head, tail }: Sight): void {
  const notes: string[] = found.notes ?? [];
  const { kind, unit, count, to } = found;
  if (kind === 'within' && found.anchor && (unit === 'day' || unit === 'workday'))
    notes.push('civil-code-201');
  if (kind === 'within' && unit === 'day' && count) {
    const sentence = head + tail;
    if (sentence.includes('行政许可')) notes.push('licensing-law-82');
    else if (sentence.includes('行政处罚') && [2, 3, 5, 7].includes(count)) notes.push('penalties-law-85');
    else if (sentence.includes('行政强制') && count <= 10) notes.push('coercion-law-69');
  }
  if (kind === 'due' && to && !isWorkingDay(to).working) notes.push('civil-code-203');
  if (notes.length > 0) found.notes = notes;
}
