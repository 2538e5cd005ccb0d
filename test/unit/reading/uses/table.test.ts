import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms } from '../../../../lib/reading/terms.ts';
import { longestAt, wordTable } from '../../../../lib/reading/uses/table.ts';
import { readingOf } from '../terms/helpers.ts';

/** A text that defines so many terms, all of which begin alike. */
function alike(count: number) {
  const names = Array.from({ length: count }, (_, i) => `测站${1000 + i}号`);
  const reading = readingOf(names.map((name) => `所称${name}，是指湖上的站点。\n`).join(''));
  return wordTable(reading.folded, findTerms(reading));
}

test('a place is asked no oftener when ten times as many terms begin alike', () => {
  const tries = (count: number) => [...alike(count).pairs.values()].map(({ lengths }) => lengths.length);
  expect(tries(30)).toEqual([1]);
  expect(tries(300)).toEqual([1]);
});

test('of the words that stand at a place the longest is found, as by trying them all', () => {
  const part = fc.constantFrom('渡', '口', '岸', '总', '部');
  const word = fc.array(part, { minLength: 2, maxLength: 5 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 12 }), fc.array(part), (words, parts) => {
      const reading = readingOf(words.map((one) => `${one}（以下简称）`).join('\n'));
      const { text } = reading.folded;
      const terms = words.map((one) => {
        const start = reading.input.text.indexOf(`${one}（`);
        const place = { start, end: start + one.length };
        const all = { start: 0, end: text.length };
        return {
          ...place,
          term: one,
          kind: 'definition' as const,
          definition: '',
          definitionAt: place,
          clause: place,
          article: null,
          scope: all,
        };
      });
      const table = wordTable(reading.folded, terms);
      const searched = parts.join('');
      for (let at = 0; at < searched.length - 1; at++) {
        const tried = words.filter((one) => searched.startsWith(one, at)).sort((a, b) => b.length - a.length);
        expect(longestAt(searched, at, table)?.word).toBe(tried[0]);
      }
    }),
  );
});
