import { until } from '../../../lib/cli/drive/driver.ts';
import { inOurs, press } from '../../../lib/cli/drive/in-ours.ts';
import { expect, test } from '../browser.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const AT = '2025-06-30T08:00:00.000Z';
const KEY = 'number:云府发〔2025〕3号/企业减负办法';

/** A file with one note, as the first version wrote it. */
const file = JSON.stringify({
  ...{ format: 'zhupi-notes', version: 1, exported: AT },
  documents: [
    {
      ...{
        key: KEY,
        catalogueId: null,
        title: '企业减负办法',
        noticeTitle: null,
        docNumber: '云府发〔2025〕3号',
      },
      ...{ issuers: [], kind: null, issued: null, published: null, effective: null, expires: null },
      ...{ addresses: [], firstRead: '2025-06-30', lastRead: '2025-06-30' },
    },
  ],
  notes: [
    {
      ...{ id: ID, document: KEY, colour: 'jade', body: '问律师', tags: [], created: AT, updated: AT },
      anchor: { quote: '五个工作日内', prefix: '', suffix: '', start: 0, end: 6, article: null },
      deleted: null,
    },
  ],
});

test('a deleted note comes back from the bin, and one deleted for good from a backup', async ({ driver }) => {
  const ask = (name: string, body: object) =>
    inOurs(
      driver,
      async ([name, body]) => {
        const answer = await chrome.runtime.sendMessage({ list: 'ours', name, body });
        return JSON.stringify(answer);
      },
      [name, body] as const,
    );
  expect(await ask('notes/import', { json: file })).toContain('"added":1');
  const library = await driver.openOurs('library.html');
  const shown = (selector: string) => library.run((s) => document.querySelectorAll(s).length, selector);
  const click = (selector: string) => press(library, selector);
  const use = (selector: string) => until(selector, async () => (await shown(selector)) > 0);
  const gone = (selector: string) => until(`${selector} to go`, async () => (await shown(selector)) === 0);

  await use('[data-note]');
  await ask('note/remove', { id: ID });
  await use(`[data-binned="${ID}"]`);
  await gone('[data-note]');
  await click(`[data-binned="${ID}"] [data-do="restore"]`);
  await use('[data-note]');
  await gone('[data-binned]');

  await click('[data-do="make-backup"]');
  await use('[data-backup]');
  await ask('note/remove', { id: ID });
  await use('[data-binned]');
  await click('[data-do="empty-bin"]');
  await click('[data-do="empty-bin-sure"]');
  await gone('[data-binned]');
  await click('[data-do="restore-backup"]');
  await use('[data-note]');
  await expect
    .poll(() => library.run(() => document.querySelector('[data-note]')?.textContent))
    .toContain('问律师');
  await library.close();
});
