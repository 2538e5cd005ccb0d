import { expect, describe as group, it, vi } from 'vitest';
import { describe } from '../../../lib/notes/anchor.ts';
import { anchorFinder } from '../../../lib/notes/anchoring.ts';
import { Grams } from '../../../lib/notes/grams.ts';
import { madeDocuments } from '../../bench/anchoring/cases.ts';
import { MUTATIONS } from '../../bench/anchoring/mutations.ts';
import { Random } from '../../bench/anchoring/random.ts';
import { tracked } from '../../bench/anchoring/tracked.ts';

/** What the search for close places was given to go through. */
const searched = vi.hoisted(() => ({ calls: 0, characters: 0 }));

vi.mock('approx-string-match', async (load) => {
  const { default: search } = await load<typeof import('approx-string-match')>();
  return {
    default: (text: string, pattern: string, most: number) => {
      searched.calls++;
      searched.characters += text.length;
      return search(text, pattern, most);
    },
  };
});

/** Time differs from machine to machine; the work that it goes to does not. */
group('the work of finding notes on a changed page that repeats itself', () => {
  const random = new Random(5);
  const text = madeDocuments(10, 9)
    .map((made) => made.text)
    .join('\n');
  const sentences = [...text.matchAll(/[^。\n]{6,}。?/g)];
  const anchors = Array.from({ length: 120 }, () => random.pick(sentences)).flatMap((match) => {
    const anchor = describe(text, { start: match.index, end: match.index + match[0].length }, []);
    return anchor ? [anchor] : [];
  });

  it.each(['noise of text recognition, 2 %', 'amended version'])('%s', (name) => {
    const changed = MUTATIONS.find((one) => one.name === name)?.change(tracked(text), random);
    Object.assign(searched, { calls: 0, characters: 0 });
    let places = 0;
    const at = Grams.prototype.at;
    const spy = vi.spyOn(Grams.prototype, 'at').mockImplementation(function (this: Grams, ...needle) {
      const found = at.apply(this, needle);
      places += found.length;
      return found;
    });
    const { find } = anchorFinder(changed?.text ?? '');
    const states = anchors.map((anchor) => find(anchor).state);
    spy.mockRestore();
    expect(states.filter((state) => state !== 'lost').length).toBeGreaterThan(50);
    expect(searched.calls).toBeLessThan(0.6 * anchors.length);
    expect(searched.characters).toBeLessThan(50 * anchors.length);
    expect(places).toBeLessThan(160 * anchors.length);
  });
});
