import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownTermsFromJson, ownTermsToJson } from '../../../lib/export/own-terms.ts';
import { Problem } from '../../../lib/messages/problem.ts';
import { ownEntry } from '../glossary/sample.ts';

const NOW = '2025-06-30T08:00:00.000Z';
const entries = [
  ownEntry(1, { term: '渡口', aliases: ['码头'], en: 'ferry', where: '云岭省' }),
  ownEntry(2, { term: '渡船', zh: '', hidden: true }),
];
const file = (change: object) => JSON.stringify({ ...JSON.parse(ownTermsToJson(entries, NOW)), ...change });
const wrong = (text: string) => {
  try {
    ownTermsFromJson(text);
  } catch (error) {
    return error instanceof Problem ? [error.key, ...error.args] : error;
  }
  return null;
};

describe('a file of own entries', () => {
  it('is read as it was written', () => {
    expect(ownTermsFromJson(ownTermsToJson(entries, NOW))).toEqual(entries);
    expect(ownTermsFromJson(`\ufeff${ownTermsToJson([], NOW)}`)).toEqual([]);
  });

  it('has no say about keys', () => {
    const forged = file({ entries: [{ ...entries[0], key: '一网通办' }] });
    expect(ownTermsFromJson(forged)[0]?.key).toBe('渡口');
  });

  const WRONG: [name: string, text: string, problem: string[]][] = [
    ['no JSON', 'zhupi', ['importNoJson']],
    ['another file', '{"format":"zhupi-notes","version":1}', ['glossaryImportForeign']],
    ['a newer version', file({ version: 2 }), ['importNewer']],
    [
      'an entry that says nothing',
      file({ entries: [{ ...entries[0], zh: ' ', en: '' }] }),
      ['importDamaged', 'entries.0'],
    ],
    [
      'a term that is too short',
      file({ entries: [{ ...entries[0], term: '“渡”' }] }),
      ['importDamaged', 'entries.0.term'],
    ],
    [
      'a kind that is none',
      file({ entries: [entries[1], { ...entries[0], kind: 'x' }] }),
      ['importDamaged', 'entries.1.kind'],
    ],
    ['no list', file({ entries: {} }), ['importDamaged', 'entries']],
    ['a file that is too large', ' '.repeat(25_000_001), ['importTooBig', '25']],
  ];
  it.each(WRONG)('is refused in plain words where it is %s', (_, text, problem) => {
    expect(wrong(text)).toEqual(problem);
  });

  it('is refused or read, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const [key] = (wrong(text) as string[] | null) ?? [];
        expect(key).toMatch(/^(?:import|glossaryImport)/);
      }),
    );
  });
});
