import { type Tab, until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { fill, inOurs, type Place, press, tabId } from '../../../lib/cli/drive/in-ours.ts';
import { clickUi, marked, selectWords, uiGone } from '../../../lib/cli/drive/on-page.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');

/** Words in the nth long paragraph of the sample. */
const wordsOf = (tab: Tab, nth: number) =>
  tab.run((index) => {
    const long = [...document.querySelectorAll('p')].filter((p) => (p.textContent ?? '').trim().length > 60);
    return (long[index]?.textContent ?? '').trim().slice(4, 20);
  }, nth);

const count = (place: Place, selector: string) =>
  place.run((which) => document.querySelectorAll(which).length, selector);

test('a note is a task and links to another, and the panel goes there', async ({ driver, serve }) => {
  const address = serve(sample, '/library/task.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await selectWords(tab, await wordsOf(tab, 0));
  await clickUi(tab, '.bar [data-colour="jade"]');
  await marked(tab, 'jade');
  const quote = await wordsOf(tab, 1);
  await selectWords(tab, quote);
  await clickUi(tab, '.bar [data-do="note"]');
  const frame = await tab.frame('note.html');
  await until('the editor', () => frame.run(() => document.activeElement?.getAttribute('name') === 'body'));
  await fill(frame, '[name="body"]', '**ask** the lawyer');
  await until('the preview', async () => (await count(frame, '.preview strong')) === 1);
  await press(frame, '[name="task"]');
  await fill(frame, '[name="due"]', '2024-05-31');
  await fill(frame, '[data-do="find-link"]', (await wordsOf(tab, 0)).slice(2, 8));
  await press(frame, '[data-offer="note"]');
  await until('the link', async () => (await count(frame, '[data-link="note"]')) === 1);
  await press(frame, '[data-do="save"]');
  await uiGone(tab, 'iframe');

  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  await until('the task', async () => (await count(panel, '[data-task="overdue"]')) === 1);
  await expect.poll(() => count(panel, '.note-body strong')).toBe(1);
  await tab.focus();
  await tab.run(() => scrollTo(0, document.body.scrollHeight));
  await panel.focus();
  await press(panel, '[data-link="note"] a');
  await until('the page to go to the linked note', () =>
    tab.run(() => document.querySelectorAll('zhupi-mark[data-k~="9"]').length),
  );
  await panel.close();
  await tab.close();
});

test('the library finds notes as one types, deletes many and takes that back', async ({ driver }) => {
  const key = 'number:渡府发〔2025〕9号';
  const moment = '2025-06-01T08:00:00.000Z';
  const notes = ['渡口登记', '渡口收费', '桥梁养护'].map((body, k) => ({
    id: `00000000-0000-4000-8000-00000000000${k}`,
    document: key,
    anchor: { quote: `第${k}段`, prefix: '', suffix: '', start: k * 10, end: k * 10 + 3, article: null },
    ...{ colour: 'amber', body, tags: [], created: moment, updated: moment, deleted: null },
  }));
  const document = {
    key,
    catalogueId: null,
    title: '渡口管理办法',
    noticeTitle: null,
    docNumber: '渡府发〔2025〕9号',
    issuers: ['南渡市人民政府'],
    ...{ kind: null, issued: null, published: null, effective: null, expires: null },
    addresses: ['https://www.nandu.gov.cn/9.html'],
    ...{ firstRead: '2025-06-01', lastRead: '2025-06-01' },
  };
  const json = JSON.stringify({
    format: 'zhupi-notes',
    version: 2,
    exported: moment,
    documents: [document],
    notes,
  });
  await inOurs(
    driver,
    (text) => chrome.runtime.sendMessage({ list: 'ours', name: 'notes/import', body: { json: text } }),
    json,
  );
  const library = await driver.openOurs('library.html');
  const listed = (wanted: number) =>
    until(`${wanted} notes`, async () => (await count(library, '[data-note]')) === wanted);
  await listed(3);
  await fill(library, 'input[type="search"]', '渡口 收');
  await listed(1);
  await fill(library, 'input[type="search"]', '管理办法');
  await listed(3);
  await press(library, '[data-do="choose"]');
  await press(library, '[data-do="choose-all"]');
  await press(library, '.bulk[data-chosen="3"] [data-do="bulk-delete"]');
  await listed(0);
  await press(library, '[data-do="undo"]');
  await listed(3);
  await library.close();
});
