import { today } from '../../lib/settings/today.ts';
import { shortDateWords } from './date.ts';

/** The day of a moment, in Asia/Shanghai. @param iso a time stamp; what is none is given back as it is */
export function momentWords(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : shortDateWords(today(at));
}
