import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { changesSince, hashesIn } from '../../../lib/notes/reading-record.ts';
import { MOST_RECORDED } from '../../../lib/notes/types.ts';

const SENTENCES = [
  '本办法所称小微商户，是指在澄江新区登记的经营者。',
  '申请人应当在收到通知之日起5个工作日内补正材料。',
  '主管部门应当在受理后作出书面决定。',
  '对决定不服的，可以依法申请复核。',
  '本办法自印发之日起施行，有效期三年。',
];

/** Compares two texts, each a list of sentences. */
function compare(before: readonly string[], now: readonly string[]) {
  const [old, text] = [before.join('\n'), now.join('\n')];
  const hashes = hashesIn(fingerprint(old), { start: 0, end: old.length });
  const { kept, places } = changesSince({ hashes }, fingerprint(text), { start: 0, end: text.length });
  return {
    kept,
    places: places.map(({ kind, count, start, end }) => [kind, count, text.slice(start, end).trim()]),
  };
}

const without = (...gone: number[]) => SENTENCES.filter((_, k) => !gone.includes(k));

describe('changes since a text was first annotated', () => {
  it('are none in the same text, and in one that is only set differently', () => {
    expect(compare(SENTENCES, SENTENCES)).toEqual({ kept: 1, places: [] });
    expect(compare(SENTENCES, [SENTENCES.join('').replaceAll('，', '，\n')])).toEqual({
      kept: 1,
      places: [],
    });
  });

  it('are named where sentences were changed, added and taken out', () => {
    const changed = '申请人应当在收到通知之日起3个工作日内补正材料。';
    expect(compare(SENTENCES, SENTENCES.with(1, changed))).toEqual({
      kept: 0.8,
      places: [['changed', 1, changed]],
    });
    const added = ['受理不收取任何费用和押金。', '受理窗口设在区政务服务中心。'];
    expect(compare(SENTENCES, SENTENCES.toSpliced(2, 0, ...added))).toEqual({
      kept: 1,
      places: [['added', 2, added.join('\n')]],
    });
    expect(compare(SENTENCES, without(2, 3))).toEqual({ kept: 0.6, places: [['gone', 2, '']] });
  });

  it('at both ends are places too', () => {
    expect(compare(SENTENCES, without(0, 4)).places).toEqual([
      ['gone', 1, ''],
      ['gone', 1, ''],
    ]);
    const more = ['这是新加在前面的一句话。', ...SENTENCES, '这是新加在后面的一句话。'];
    expect(compare(SENTENCES, more).places.map(([kind]) => kind)).toEqual(['added', 'added']);
  });

  it('leave out sentences that only moved', () => {
    expect(compare(SENTENCES, [SENTENCES[3] ?? '', ...without(3)])).toEqual({ kept: 1, places: [] });
  });

  it('are all there is where nothing is left', () => {
    const other = ['渡口的夜间照明由管理单位负责。'];
    expect(compare(SENTENCES, other)).toEqual({ kept: 0, places: [['changed', 1, other[0]]] });
    expect(compare(SENTENCES, [])).toMatchObject({ kept: 0, places: [['gone', 5, '']] });
    expect(compare([], SENTENCES)).toMatchObject({ kept: 1, places: [['added', 5, SENTENCES.join('\n')]] });
  });

  it('are looked for in the document alone, not in its neighbours on the page', () => {
    const text = SENTENCES.join('');
    const page = `前面另一份文件的一句话。${text}后面另一份文件的一句话。`;
    const start = page.indexOf(text);
    const within = { start, end: start + text.length };
    const hashes = hashesIn(fingerprint(text), { start: 0, end: text.length });
    expect(changesSince({ hashes }, fingerprint(page), within).places).toEqual([]);
  });

  it('behind what a record can hold are not called new', () => {
    const many = Array.from({ length: MOST_RECORDED + 50 }, (_, k) => `第${k}户应当在名册上登记备案。`);
    expect(compare(many, many)).toEqual({ kept: 1, places: [] });
    expect(hashesIn(fingerprint(many.join('')), { start: 0, end: 1e9 })).toHaveLength(MOST_RECORDED);
  });

  it('count every sentence that is new, whatever was done to the text', () => {
    const numbers = fc.array(fc.nat(12), { maxLength: 30 });
    fc.assert(
      fc.property(numbers, numbers, (before, now) => {
        const page = { hashes: now, starts: now.map((_, k) => k * 10), ends: now.map((_, k) => k * 10 + 9) };
        const { places, kept } = changesSince({ hashes: before }, page, { start: 0, end: now.length * 10 });
        const fresh = places.filter(({ kind }) => kind !== 'gone').reduce((sum, { count }) => sum + count, 0);
        const common = [...new Set(now)].reduce((sum, hash) => {
          const times = (list: number[]) => list.filter((one) => one === hash).length;
          return sum + Math.min(times(now), times(before));
        }, 0);
        expect(fresh).toBe(now.length - common);
        expect(kept).toBeCloseTo(before.length === 0 ? 1 : common / before.length);
        for (const { start, end } of places) expect(start).toBeLessThanOrEqual(end);
      }),
    );
  });
});
