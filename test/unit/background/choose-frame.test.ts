import { describe, expect, it } from 'vitest';
import { chooseFrame } from '../../../entrypoints/background/choose-frame.ts';
import { sight } from './world.ts';

/** Frames by number of their text's characters; the top frame's is 0. */
function page(lengths: Record<number, number>) {
  const seen = Object.entries(lengths).map(([frame, textLength]) => ({
    frame: Number(frame),
    document: null,
    sight: sight({ textLength }),
  }));
  return { seen };
}

describe('chooseFrame', () => {
  it.each([
    ['the top frame, where it has text', { 0: 900 }, false, false, 0],
    ['the top frame, even where a child has more', { 0: 900, 5: 9000 }, false, true, 0],
    ['a child, where the top is a shell', { 0: 80, 5: 900 }, false, false, 5],
    ['the child with the most text', { 0: 80, 5: 900, 7: 4000, 9: 400 }, false, false, 7],
    ['wait for children of a shell', { 0: 80 }, true, false, 'wait'],
    ['a short document, once no child can come', { 0: 80 }, true, true, 0],
    ['wait for the top frame, which has not spoken', { 5: 900 }, false, false, 'wait'],
    ['a child, where the top has nothing to say', { 5: 900 }, true, false, 5],
    ['a child, where nobody else will speak', { 5: 900 }, false, true, 5],
    ['nothing', {}, true, true, null],
  ] as const)('%s', (_what, lengths, topHasSpoken, loaded, frame) => {
    expect(chooseFrame(page(lengths), topHasSpoken, loaded)).toBe(frame);
  });
});
