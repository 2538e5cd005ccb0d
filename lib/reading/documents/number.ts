import { findNumbers } from '../citations/numbers.ts';
import type { Seen } from './head.ts';

/**
 * The document's number among its first lines: on a line of its own, as 令 with its serial number below, in
 * the line of promulgation, in the page's fields, behind the title.
 */
export function numberIn(head: readonly Seen[], before: number): string | null {
  const above = head.slice(0, before + 1);
  for (const [i, seen] of above.entries()) {
    const serial = above[i + 1];
    if ((seen.role === 'order' || /公告$/.test(seen.text)) && serial?.role === 'serial') {
      return findNumbers(seen.text + serial.text)[0]?.value ?? null;
    }
    if (seen.role === 'order' && /号[)〕]?$/.test(seen.text)) return findNumbers(seen.text)[0]?.value ?? null;
  }
  const alone = above.find((seen) => seen.role === 'number');
  if (alone) return findNumbers(alone.text)[0]?.value ?? null;
  const promulgated = head.find((seen) => seen.role === 'promulgated');
  if (promulgated) {
    const number = findNumbers(promulgated.text)[0];
    // Of （… 批准 根据…令第54号修正） the number is the revision's.
    if (number && !/根据|修正|修订/.test(promulgated.text.slice(0, number.start))) return number.value;
  }
  for (const seen of above) {
    const number = seen.role === 'fields' ? findNumbers(seen.text)[0] : undefined;
    if (number) return number.value;
  }
  const title = above.find((seen) => seen.role === 'title' && /号[)〕]$/.test(seen.text));
  return title ? (findNumbers(title.text)[0]?.value ?? null) : null;
}
