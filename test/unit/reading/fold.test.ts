import { expect, test } from 'vitest';
import { fold } from '../../../lib/reading/fold.ts';
import { plainInput } from '../../../lib/reading/plain.ts';

const folded = (text: string) => fold(plainInput(text)).text;

test.each([
  ['a surrogate that stands alone', '甲\ud842乙'],
  ['the same at the end of a long text', `${'甲'.repeat(20_000)}\udc00`],
  ['a pair of surrogates', '甲𠮷乙'],
  ['a text of nothing', ''],
])('keeps every unit of %s', (_, text) => {
  expect(folded(text)).toBe(text);
});
