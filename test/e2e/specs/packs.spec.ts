import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue } from '../../../lib/cli/catalogue.ts';
import { type Tab, until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { askReader, tabId } from '../../../lib/cli/drive/in-ours.ts';
import { marked } from '../../../lib/cli/drive/on-page.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { expect, test } from '../browser.ts';

const old = fixture('documents', 'zhejiang-jcms');
const young = fixture('documents', 'chongqing-trs');

/** A pack of two of our pages, of which the one repeals the other. */
async function buildPack(): Promise<Buffer> {
  const outside = mkdtempSync(join(tmpdir(), 'zhupi-pack-'));
  const folder = join(outside, 'texts');
  mkdirSync(folder);
  for (const { name, html } of [old, young]) writeFileSync(join(folder, `${name}.html`), html);
  const repeals = { type: 'repeals', id: old.name };
  const documents = [{ id: old.name }, { id: young.name, effective: '2025-02-01', relations: [repeals] }];
  const facts = join(outside, 'facts.json');
  writeFileSync(facts, JSON.stringify({ asOf: '2025-05-31', documents }));
  const pack = join(outside, 'made.zhupipack');
  const told = ['--name', '云岭包', '--by', '渡口学会', '--day', '2025-06-01'];
  await catalogue(['build', folder, '--facts', facts, '-o', pack, ...told], () => {});
  const bytes = readFileSync(pack);
  rmSync(outside, { recursive: true });
  return bytes;
}

/** Gives the library's file field a file, as choosing one does. */
const choose = (library: Tab, bytes: Buffer) =>
  library.run((base64) => {
    const field = document.querySelector<HTMLInputElement>('[data-field="pack"]');
    if (!field) return false;
    const transfer = new DataTransfer();
    const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    transfer.items.add(new File([content], 'made.zhupipack'));
    field.files = transfer.files;
    return field.dispatchEvent(new Event('change', { bubbles: true }));
  }, bytes.toString('base64'));

const toast = (library: Tab, kind = '') =>
  until(`a message${kind}`, () =>
    library.run((selector) => document.querySelector(selector)?.textContent ?? '', `.toast${kind}`),
  );

test('a pack makes a document known, until it is switched off; a broken one is refused', async ({
  driver,
  serve,
}) => {
  const pack = await buildPack();
  const address = serve(old, '/packs/old.html');
  const library = await driver.openOurs('library.html');
  await until('the library to have read what it shows', () =>
    library.run(() => document.querySelectorAll('#settings input, #packs .empty').length > 1),
  );
  await choose(library, pack.subarray(0, 500));
  expect(await toast(library, '.problem')).toMatch(/damaged|损坏/);
  expect(await library.run(() => document.querySelectorAll('[data-pack]').length)).toBe(0);
  await choose(library, pack);
  await until('the pack in the list', () =>
    library.run(() => document.querySelector('[data-pack]')?.textContent?.includes('渡口学会')),
  );

  const tab = await driver.open(address);
  const answer = async () => {
    await marked(tab, 'deadline');
    return until('what is known of the document', async () => {
      const state = await askReader<ReaderState | null>(driver, address, 'reader/state');
      return state?.documents[state.main]?.answer;
    });
  };
  const known = await answer();
  expect(known.catalogueId).toMatch(/^pack:[0-9a-f]{16}\/zhejiang-jcms$/);
  expect(known.status).toMatchObject({ state: 'repealed', source: { key: 'statusFromPack' } });
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  await until('the panel to name the pack', () =>
    panel.run(() => document.querySelector('.identity')?.textContent?.includes('云岭包')),
  );
  await panel.close();

  await library.focus();
  await library.run(() => document.querySelector<HTMLInputElement>('[data-pack] input')?.click());
  await until('the pack to be off', () =>
    library.run(async () => {
      const open = indexedDB.open('zhupi-cache');
      const database = await new Promise<IDBDatabase>((done, fail) => {
        open.onsuccess = () => done(open.result);
        open.onerror = () => fail(open.error);
      });
      const all = database.transaction('packs').objectStore('packs').getAll();
      const packs = await new Promise<{ on: boolean }[]>((done) => {
        all.onsuccess = () => done(all.result);
      });
      database.close();
      return packs.every(({ on }) => !on);
    }),
  );
  await tab.focus();
  await tab.reload();
  expect((await answer()).catalogueId).toBeNull();

  await library.run(() => document.querySelector<HTMLButtonElement>('[data-do="remove-pack"]')?.click());
  await until('the pack to go', () =>
    library.run(() => document.querySelectorAll('[data-pack]').length === 0),
  );
  await library.close();
  await tab.close();
});
