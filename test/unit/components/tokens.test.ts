import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../assets/styles/tokens.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

function colours(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  );
}

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['paper', 'paper-raised', 'paper-sunk', 'accent-wash'];
const pairs = [
  ...grounds.flatMap((ground) => ['ink', 'ink-soft', 'accent-deep'].map((text) => [text, ground])),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-deep'],
  ...['good', 'wait', 'bad', 'calm'].flatMap((tone) => [
    [tone, `${tone}-wash`],
    [tone, 'paper'],
    [tone, 'paper-raised'],
  ]),
];

describe.each([
  ['light', colours(light)],
  ['dark', colours(dark)],
])('%s colours', (_, values) => {
  it.each(pairs)('%s can be read on %s', (text = '', ground = '') => {
    expect(contrast(values.get(text) ?? '', values.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['note-vermilion', 'note-amber', 'note-jade', 'note-indigo', 'line-strong', 'accent'])(
    '%s stands out from the paper as a sign does',
    (sign) => {
      for (const ground of ['paper', 'paper-raised']) {
        expect(contrast(values.get(sign) ?? '', values.get(ground) ?? '')).toBeGreaterThanOrEqual(3);
      }
    },
  );
});
