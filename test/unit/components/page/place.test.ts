import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBox } from '../../../../components/page/place.ts';

const view = { width: 1000, height: 700 };
const size = { width: 360, height: 200 };
const at = (left: number, top: number) => ({ left, top, right: left + 80, bottom: top + 20 });

describe('placeBox', () => {
  it.each([
    ['below its place', at(100, 100), { left: 100, top: 128 }],
    ['above where there is no room below', at(100, 600), { left: 100, top: 392 }],
    ['inside the right edge', at(900, 100), { left: 632, top: 128 }],
    ['inside the left edge', at(-50, 100), { left: 8, top: 128 }],
    ['at the foot of the window for a place below it', at(100, 900), { left: 100, top: 492 }],
    ['at the head of the window for a place above it', at(100, -300), { left: 100, top: 8 }],
  ])('puts a box %s', (_, anchor, place) => {
    expect(placeBox(anchor, size, view)).toEqual(place);
  });

  it('takes the side with more room where neither has enough', () => {
    const tall = { width: 360, height: 500 };
    expect(placeBox(at(100, 260), tall, view).top).toBe(192);
    expect(placeBox(at(100, 450), tall, view).top).toBe(8);
  });

  it('never puts a box that fits outside the window', () => {
    const number = fc.integer({ min: -2000, max: 3000 });
    fc.assert(
      fc.property(number, number, fc.integer({ min: 1, max: 680 }), (left, top, height) => {
        const box = placeBox(at(left, top), { width: 360, height }, view);
        expect(box.left).toBeGreaterThanOrEqual(8);
        expect(box.left + 360).toBeLessThanOrEqual(992);
        expect(box.top).toBeGreaterThanOrEqual(8);
        expect(box.top + height).toBeLessThanOrEqual(Math.max(692, 8 + height));
      }),
    );
  });
});
