import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { type Catalogue, identify, loadCatalogue, matchText } from '../../../lib/catalogue/index.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { catalogueBytes } from '../../../lib/cli/build-catalogue.ts';
import { storePrints } from '../../../lib/cli/stored-prints.ts';
import { plainInput } from '../../../lib/reading/plain.ts';
import { read } from '../../../lib/reading/read.ts';
import { DOCS, FACTS, HERE, IDS, PAGES, textOf, WHY } from './corpus.ts';
import { randomFrom, sentence } from './made-up.ts';

/** The fifty real texts, whole, in parts, and as other sites and other hands would leave them. */
describe.skipIf(!HERE)(`the fifty documents${WHY}`, () => {
  let catalogue: Catalogue;
  beforeAll(async () => {
    catalogue = loadCatalogue(await catalogueBytes());
  });
  const match = (text: string) => matchText(catalogue, { fingerprints: fingerprint(text), documents: [] });
  /** Those that were not recognised alone, or with another. */
  const failures = (change: (text: string) => string) =>
    IDS.flatMap((id) => {
      const found = match(change(textOf(id))).map((one) => one.id);
      return found.length === 1 && found[0] === id ? [] : [`${id}: ${found.join()}`];
    });

  it('are each recognised from their own text, whole and unchanged', () => {
    for (const id of IDS)
      expect(match(textOf(id))).toEqual([
        expect.objectContaining({ id, coverage: 1, altered: [], missing: 0 }),
      ]);
  });

  const half = (text: string) => text.length >> 1;
  const HALF_WIDTH: Record<string, string> = Object.fromEntries(
    [...'，,。.；;：:？?！!（(）)、,“"”"《<》>【[】]〔[〕]‘\'’\'—-　 ．.％%'.matchAll(/(.)(.)/gu)].map(
      ([, a, b]) => [a, b],
    ),
  );
  const noisy = (seed: number) => {
    const random = randomFrom(seed);
    return (text: string) =>
      [...text].map((c) => (random() < 0.05 ? String.fromCharCode(0x4e00 + random() * 6000) : c)).join('');
  };
  it.each<[string, (text: string) => string]>([
    [
      'with a site around them',
      (text) =>
        `首页 > 政务公开 > 文件\n字号：大 中 小 打印\n${text}\n相关链接：门户网站\n版权所有 网站标识码5300000000`,
    ],
    ['by their first half', (text) => text.slice(0, half(text))],
    ['by their last half', (text) => text.slice(half(text))],
    ['without line breaks', (text) => text.replaceAll('\n', '')],
    [
      'with a line break every 30 characters',
      (text) => text.replaceAll('\n', '').replace(/(.{30})/gs, '$1\n'),
    ],
    ['with half-width punctuation', (text) => text.replace(/[^\w\n]/g, (c) => HALF_WIDTH[c] ?? c)],
    ['with one character in twenty replaced', noisy(1)],
    ['with one character in twenty replaced, another time', noisy(2)],
  ])('are recognised %s', (_, change) => expect(failures(change)).toEqual([]));

  it('are recognised with twenty sentences of a stranger put in between', () => {
    const random = randomFrom(9);
    const strange = () => Array.from({ length: 20 }, () => sentence(random));
    const scattered = (text: string) => {
      const own = text.split('。');
      for (const one of strange())
        own.splice(1 + Math.floor(random() * (own.length - 1)), 0, one.slice(0, -1));
      return own.join('。');
    };
    const together = (text: string) => {
      const own = text.split('。');
      const middle = own.length >> 1;
      return [
        ...own.slice(0, middle),
        ...strange().map((one) => one.slice(0, -1)),
        ...own.slice(middle),
      ].join('。');
    };
    expect(failures(scattered)).toEqual([]);
    expect(failures(together)).toEqual([]);
  });

  it('are recognised three on a page, each within one sentence of its borders', () => {
    const random = randomFrom(31);
    for (let round = 0; round < 40; round++) {
      const order = [...IDS].sort(() => random() - 0.5).slice(0, 3);
      const page = order.map(textOf).join('\n\n');
      const found = match(page);
      expect(found.map(({ id }) => id)).toEqual(order);
      let start = 0;
      for (const [k, id] of order.entries()) {
        const end = start + textOf(id).length;
        const [from = 0, to = 0] = [found[k]?.start, found[k]?.end];
        expect(sentenceEnds(page, start, from), `${id} starts`).toBeLessThanOrEqual(1);
        expect(sentenceEnds(page, to, end), `${id} ends`).toBeLessThanOrEqual(1);
        start = end + 2;
      }
    }
  });

  it('are known by the documents that reading finds in them', () => {
    const wrong = IDS.filter((id) => {
      const { documents, main } = read(plainInput(textOf(id)));
      const matches = matchText(catalogue, { fingerprints: fingerprint(textOf(id)), documents });
      return identify(catalogue, documents, matches)[main] !== id;
    });
    expect(wrong).toEqual([]);
  });

  it('are not seen in texts that are not theirs', () => {
    for (const id of IDS) {
      const others = catalogueWithout(id);
      const found = matchText(others, { fingerprints: fingerprint(textOf(id)), documents: [] });
      expect(found.map((one) => `${id} taken for ${one.id}`)).toEqual([]);
    }
    for (const page of readdirSync(PAGES).filter((file) => file.endsWith('.html')))
      expect(match(readFileSync(`${PAGES}/${page}`, 'utf8').replace(/<[^>]+>/g, '\n'))).toEqual([]);
  });

  it('have the fingerprints that are stored', async () => {
    const contents = compileFacts(FACTS, '');
    const prints = makePrints(
      FACTS.documents.map(({ id, siteLines = { head: 0, tail: 0 } }, k) => {
        const entry = contents.entries[k];
        if (!entry) throw new Error(id);
        return { entry, text: textOf(id), siteLines };
      }),
    );
    const stored = readFileSync(new URL('../../../assets/catalogue/prints.json', import.meta.url), 'utf8');
    expect(JSON.parse(stored)).toEqual(storePrints(IDS, prints));
    expect(readdirSync(DOCS)).toHaveLength(IDS.length);
  });

  it('show what was changed, added or taken out: 98 in 100 of it, and hardly anything else', () => {
    const tally = { done: 0, told: 0, alarms: 0, intact: 0 };
    for (const seed of [1, 2, 3, 4]) {
      const random = randomFrom(seed);
      for (const id of IDS) tamper(id, random, tally);
    }
    expect(tally.done).toBeGreaterThan(900);
    expect(tally.told / tally.done).toBeGreaterThanOrEqual(0.98);
    expect(tally.alarms / tally.intact).toBeLessThanOrEqual(0.01);
  });

  /** Changes one sentence in twenty of a text, and counts what the match tells of it. */
  function tamper(
    id: string,
    random: () => number,
    tally: Record<'done' | 'told' | 'alarms' | 'intact', number>,
  ) {
    const touched: { start: number; end: number }[] = [];
    let [page, removed] = ['', 0];
    for (const own of textOf(id).match(/[^。；！？]*[。；！？]|[^。；！？]+$/g) ?? []) {
      const chance = own.replace(/[\s\p{P}]/gu, '').length >= 8 ? random() * 60 : 60;
      if (chance < 1) {
        const at = own.search(/[\u4e00-\u9fff]/) + Math.floor(random() * 5);
        touched.push({ start: page.length, end: page.length + own.length });
        page += `${own.slice(0, at)}龘${own.slice(at + 1)}`;
      } else if (chance < 2) removed++;
      else {
        page += own;
        tally.intact++;
        if (chance >= 3) continue;
        const strange = sentence(random);
        touched.push({ start: page.length, end: page.length + strange.length });
        page += strange;
      }
    }
    const found = match(page).filter((one) => one.id === id);
    const altered = found.flatMap((one) => one.altered);
    const missing = found.reduce((sum, one) => sum + one.missing, 0);
    const meets = (a: { start: number; end: number }) => (b: { start: number; end: number }) =>
      a.start < b.end && b.start < a.end;
    tally.done += touched.length + removed;
    tally.told += touched.filter((one) => altered.some(meets(one))).length + Math.min(removed, missing);
    tally.alarms +=
      altered.filter((one) => !touched.some(meets(one))).length + Math.max(0, missing - removed);
  }
});

/** How many sentences end between two places, whichever comes first. */
const sentenceEnds = (text: string, a: number, b: number) =>
  (text.slice(Math.min(a, b), Math.max(a, b)).match(/[。；！？]/g) ?? []).length;

function catalogueWithout(id: string): Catalogue {
  const kept = FACTS.documents
    .filter((facts) => facts.id !== id)
    .map((facts) => ({ ...facts, relations: [] }));
  const contents = compileFacts({ asOf: '2025-01-01', documents: kept }, '测试');
  const prints = makePrints(
    contents.entries.map((entry) => ({ entry, text: textOf(entry.id), siteLines: { head: 0, tail: 0 } })),
  );
  return loadCatalogue(pack(contents, prints));
}
