import { expect, describe as group, it } from 'vitest';
import { madeDocuments, runCases, type Wrong } from '../../bench/anchoring/cases.ts';

/** A small part of the benchmark: made documents, changed in every way that is known. */
group('notes on documents that change', () => {
  const wrongs: Wrong[] = [];
  const results = runCases(madeDocuments(8, 7), { perDocument: 25, seed: 11, compare: false }, (wrong) =>
    wrongs.push(wrong),
  );

  it('are never found at a wrong place, nor where a number or a negation says something else', () => {
    expect(results.length).toBeGreaterThanOrEqual(12);
    expect(wrongs).toEqual([]);
  });

  it.each([
    'the same page',
    'another template: indents, widths, brackets',
    'site chrome around it',
    'split nodes: line ends and blanks within words',
    'traditional characters',
    'traditional characters in another template',
    'among two others of its kind, borders known',
    'on one page with a later version',
  ])('are all found where their text is as it was: %s', (mutation) => {
    const result = results.find((one) => one.mutation === mutation);
    expect(result?.notes).toBe(200);
    expect((result?.ours.exact ?? 0) + (result?.ours.moved ?? 0)).toBe(200);
  });

  it('are found in large part in an amended version', () => {
    const result = results.find((one) => one.mutation === 'amended version');
    expect((result?.ours.moved ?? 0) + (result?.ours.changed ?? 0)).toBeGreaterThan(80);
  });
});
