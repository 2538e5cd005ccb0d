import { expect, test } from 'vitest';
import { findInner, referenceFinder } from '../../../../lib/reading/citations/articles.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import { type Line, linesOf } from '../../../../lib/reading/outline/lines.ts';
import { plainInput } from '../../../../lib/reading/plain.ts';
import { finish } from '../../../../lib/reading/slices.ts';

/** How many references a document holds, and how often its lines are looked at to place them. */
function work(text: string): { references: number; looks: number } {
  const input = plainInput(text);
  const folded = fold(input);
  let looks = 0;
  const lines = new Proxy<readonly Line[]>(linesOf(folded, input.blocks), {
    get(target, key, receiver) {
      looks++;
      return Reflect.get(target, key, receiver);
    },
  });
  const found = finish(findInner(folded.text, lines, referenceFinder(folded.text), () => false, new Map()));
  return { references: found.length, looks };
}

const many = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, i) => line(i + 1)).join('\n');

test.each<[string, (count: number) => string]>([
  [
    'items of one long article',
    (n) => `第一条 下列事项：\n${many(n, (i) => `（${i}）依照第一条第（${n - i + 1}）项处理。`)}`,
  ],
  ['the item before, in one long article', (n) => `第一条 甲。\n${many(n, () => '依照前项和前款办理。')}`],
  ['the article before, in many articles', (n) => many(n, (i) => `第${i}条 依照前条处理。`)],
  ['an item of this article', (n) => `第一条 甲。\n${many(n, () => '依照本条第一款第九项办理。')}`],
])('twice as many references take twice as many looks: %s', (_, text) => {
  const [one, two] = [work(text(400)), work(text(800))];
  expect(one.references).toBeGreaterThan(390);
  expect(two.references).toBeGreaterThan(790);
  expect(two.looks / one.looks).toBeLessThan(2.2);
});

test('documents without references are searched once, not each to the end of the text', () => {
  const next = referenceFinder(`${'甲'.repeat(50)}第三条`);
  const found = next(0);
  expect(found?.index).toBe(50);
  // The same answer, not a second search.
  for (let from = 1; from <= 50; from++) expect(next(from)).toBe(found);
  expect(next(51)).toBe(null);
});
