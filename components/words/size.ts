import { language } from './language.ts';

/** A number of bytes in MB, or in KB where it is less than one. */
export function sizeWords(bytes: number): string {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'KB'] : [bytes / 1_000_000, 'MB'];
  return `${value.toLocaleString(language(), { maximumSignificantDigits: 2 })} ${unit}`;
}
