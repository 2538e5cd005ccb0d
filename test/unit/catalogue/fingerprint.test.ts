import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { randomFrom, sentence, TEXTS } from './made-up.ts';

const tea = TEXTS.tea as string;
const pieces = (text: string) => {
  const { starts, ends } = fingerprint(text);
  return starts.map((start, k) => text.slice(start, ends[k]));
};
const same = (a: string, b: string) => {
  expect(fingerprint(a).hashes).toEqual(fingerprint(b).hashes);
  expect(fingerprint(a).nears).toEqual(fingerprint(b).nears);
  expect(fingerprint(a).grams).toEqual(fingerprint(b).grams);
};

const HALF: Record<string, string> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '、': ',',
  '“': '"',
  '”': '"',
  '《': '<',
  '》': '>',
  '　': ' ',
};

describe('fingerprints do not see', () => {
  it('line breaks that were taken out', () => same(tea, tea.replaceAll('\n', '')));
  it('line breaks that were put in', () => same(tea, tea.replaceAll('\n', '').replace(/(.{30})/gs, '$1\n')));
  it('white space of any kind', () => same('渡口 每\u3000日 \u200b开\u00a0船 两 次。', '渡口每日开船两次。'));
  it('the width of punctuation', () =>
    same(
      tea,
      tea.replace(/[，。；：（）、“”《》　]/g, (c) => HALF[c] ?? c),
    ));
  it('the width and case of letters and digits', () => same('渡口ＡＢＣ收费１２３元，', '渡口abc收费123元,'));
  it('brackets and quotation marks', () =>
    same('按照《渡口公约》（第二版）开船。', '按照「渡口公约」【第二版】开船。'));
  it('references copied from a page’s source', () =>
    same('&#8195;&#8195;渡口每日&nbsp;开船两次。', '渡口每日开船两次。'));
  it('look-alike characters from PDF files', () => same('⽔库⼈员每日查看。', '水库人员每日查看。'));

  it('any white space anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 2, max: 40 }), (seed, every) => {
        const random = randomFrom(seed);
        const text = Array.from({ length: 5 }, () => sentence(random)).join('');
        same(text, text.replace(new RegExp(`(.{${every}})`, 'gs'), '$1 \n'));
      }),
      { numRuns: 50 },
    );
  });
});

describe('fingerprints see', () => {
  const other = (a: string, b: string) => expect(fingerprint(a).hashes).not.toEqual(fingerprint(b).hashes);
  it('one character', () => other('渡口每日开船两次。', '渡口每日开船三次。'));
  it('one digit', () => other('每张船票收费12元。', '每张船票收费13元。'));
  it('a decimal point', () => other('水位不超过1.5米为宜。', '水位不超过15米为宜。'));
  it('a percent sign', () => other('摊位费减收20%以上。', '摊位费减收20以上。'));
  it('two sentences changing places', () =>
    other('渡口每日开船两次。茶样每月封存一次。', '茶样每月封存一次。渡口每日开船两次。'));
});

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['渡口每日开船两次。茶样每月封存一次。', ['渡口每日开船两次。', '茶样每月封存一次。']],
    ['渡口每日开船两次；茶样每月封存！', ['渡口每日开船两次；', '茶样每月封存！']],
    ['各渡口和各集市：现将规定发给你们。', ['各渡口和各集市：', '现将规定发给你们。']],
    ['船票涨价（负责单位：渡口管理站和港务处）。', ['船票涨价（负责单位：渡口管理站和港务处）。']],
    ['水位不超过 1.5 米，1.渡口每日开船。', ['水位不超过 1.5 米，1.渡口每日开船。']],
    ['开船时间为9:30至17:00之间。', ['开船时间为9:30至17:00之间。']],
    ['渡口每日开船两次.茶样每月封存一次.', ['渡口每日开船两次.', '茶样每月封存一次.']],
    ['《渡口公约》自下月起施行。', ['《渡口公约》自下月起施行。']],
    ['第一章。总则。', []],
    ['', []],
    ['　\n\u200b', []],
  ])('of %j', (text, wanted) => expect(pieces(text)).toEqual(wanted));

  it('of a long table without an end are cut where its letters say so, whatever stands before', () => {
    const random = randomFrom(7);
    const table = Array.from({ length: 60 }, () => sentence(random).replaceAll('。', ' ')).join('\n');
    expect(pieces(table).length).toBeGreaterThan(3);
    const shifted = fingerprint(`别处的一行字，与表格无关，只是恰好排在它的前面\n${table}`).hashes;
    const kept = fingerprint(table).hashes.filter((hash) => shifted.includes(hash));
    expect(kept.length).toBeGreaterThanOrEqual(pieces(table).length - 2);
  });
});

describe('grams and near hashes', () => {
  it('take about one gram in eight, by its own letters alone', () => {
    const alone = fingerprint(tea);
    expect(alone.grams.length / tea.length).toBeGreaterThan(0.08);
    expect(alone.grams.length / tea.length).toBeLessThan(0.16);
    const among = fingerprint(`${TEXTS.ferry}${tea}${TEXTS.light}`);
    expect(among.grams.join()).toContain(alone.grams.join());
    expect(alone.gramsAt.every((at, k) => k === 0 || at > (alone.gramsAt[k - 1] ?? 0))).toBe(true);
  });

  it('mostly keep the near hash of a sentence in which one character changed', () => {
    const random = randomFrom(3);
    let kept = 0;
    for (let k = 0; k < 200; k++) {
      const text = sentence(random);
      const at = 1 + Math.floor(random() * (text.length - 2));
      const changed = `${text.slice(0, at)}龘${text.slice(at + 1)}`;
      if (fingerprint(text).nears[0] === fingerprint(changed).nears[0]) kept++;
    }
    expect(kept).toBeGreaterThan(130);
  });

  it('leave the lowest bit of a near hash to the catalogue', () => {
    expect(fingerprint(tea).nears.every((near) => near % 2 === 0 && near <= 0xffff)).toBe(true);
  });
});

describe('on any text', () => {
  it('places are in order and inside it, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const { hashes, nears, starts, ends, grams, gramsAt } = fingerprint(text);
        expect([nears.length, starts.length, ends.length]).toEqual([
          hashes.length,
          hashes.length,
          hashes.length,
        ]);
        expect(gramsAt.length).toBe(grams.length);
        starts.forEach((start, k) => {
          expect(start).toBeLessThan(ends[k] ?? 0);
          expect(ends[k]).toBeLessThanOrEqual(starts[k + 1] ?? text.length);
        });
        expect([...hashes, ...grams].every((hash) => hash >>> 0 === hash)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['（（（', '。', '.1', '&#1', '《', '一'])(
    'time stays linear on 300,000 characters of %j',
    (unit) => {
      const { hashes, grams } = fingerprint(unit.repeat(300_000 / unit.length));
      expect(hashes.length).toBeLessThanOrEqual(200_000);
      expect(grams.length).toBeLessThanOrEqual(200_000);
    },
  );
});
