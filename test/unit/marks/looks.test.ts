import { describe, expect, it } from 'vitest';
import { marksCss } from '../../../lib/marks/looks.ts';

const NOTES = [5, 6, 7, 8];

/** The line under a note of one colour, without its colour. */
function lineOf(css: string, number: number): string {
  const rule = css.split('\n').find((line) => line.includes(`[data-k~="${number}"]{text-decoration:`));
  return /underline (\w+)/.exec(rule ?? '')?.[1] ?? '';
}

describe.each([false, true])('marks on a ground that is dark: %s', (dark) => {
  const css = marksCss(dark);

  it('tell the four colours of notes apart by their lines alone', () => {
    const lines = NOTES.map((number) => lineOf(css, number));
    expect(lines).toEqual(['solid', 'dashed', 'wavy', 'double']);
  });

  it('are seen where the browser takes grounds away', () => {
    const forced = /@media \(forced-colors:active\)\{(.*)\}/.exec(css)?.[1] ?? '';
    expect(forced).toContain('[data-k~="10"]{outline:');
    expect(forced).toContain('[data-k~="9"]{outline:');
  });
});
