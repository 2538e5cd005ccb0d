import { expect, test } from 'vitest';
import { plainInput } from '../../../lib/reading/plain.ts';
import { read, readSlices } from '../../../lib/reading/read.ts';
import { finish } from '../../../lib/reading/slices.ts';

/** An article with a bit of everything: a term, its use, deadlines, citations, a duty. */
const ARTICLE =
  '第三条 本办法所称浮标站，是指监测湖区水质的设施。浮标站应当自收到申请之日起5个工作日内答复，2025年底前建成。\n' +
  '依照《云岭省湖泊保护条例》（云府发〔2025〕3号）第十条和前款，由澄江新区管理委员会牵头。（责任单位：市水务局）\n';

const long = (times: number) => plainInput(ARTICLE.repeat(times));

/** How often the reading of a text can be left. */
function pauses(times: number): number {
  const slices = readSlices(long(times));
  let count = 0;
  while (!slices.next().done) count++;
  return count;
}

test('a longer text is read in more steps, not in longer ones', () => {
  const [one, two, three] = [pauses(1000), pauses(2000), pauses(3000)];
  // Some 110,000 characters more each time.
  expect(two - one).toBeGreaterThan(40);
  expect(Math.abs(three - two - (two - one))).toBeLessThan(4);
});

test('two texts read by turns come out as each by itself', () => {
  const [one, two] = [long(40), plainInput(ARTICLE.replaceAll('浮标', '观测').repeat(60))];
  const turns = [readSlices(one), readSlices(two)];
  const found = new Map<number, unknown>();
  while (found.size < turns.length) {
    turns.forEach((slices, i) => {
      const step = found.has(i) ? null : slices.next();
      if (step?.done) found.set(i, step.value);
    });
  }
  expect(found.get(0)).toEqual(read(one));
  expect(found.get(1)).toEqual(read(two));
  expect(read(two)).toEqual(finish(readSlices(two)));
});
