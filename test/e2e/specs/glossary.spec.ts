import { type Tab, until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { fill, press } from '../../../lib/cli/drive/in-ours.ts';
import { clickMark, clickUi, marked, uiGone, uiText } from '../../../lib/cli/drive/on-page.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');
const page = {
  ...sample,
  html: sample.html.replace('现印发给你们', '渡口事项纳入“一网通办”，现印发给你们'),
};

const isMarked = (tab: Tab, term: string) =>
  tab.run(
    (words) => [...document.querySelectorAll('zhupi-mark')].some((mark) => mark.textContent === words),
    term,
  );
const listed = (tab: Tab, term: string) =>
  until(`${term} to be listed first`, () =>
    tab.run((name) => document.querySelector('.entries strong')?.textContent === name, term),
  );

test('a term that the page takes for granted says what it means, and leads to related ones and back', async ({
  driver,
  serve,
}) => {
  const tab = await driver.open(serve(page, '/glossary/page.html'));
  await marked(tab, 'glossary');
  await tab.focus();
  await clickMark(tab, 'glossary', '一网通办');
  const meaning = '.card [data-about="glossary"] .meaning';
  const words = await uiText(tab, meaning);
  const title = await uiText(tab, '.card [data-about="glossary"] h2');
  expect(title).toBe('一网通办');
  expect(words.length).toBeGreaterThan(20);
  await clickUi(tab, '.card [data-do="related"]');
  await until('the related term', async () => (await uiText(tab, '.card h2')) !== title);
  await clickUi(tab, '.card [data-do="back"]');
  await until('the way back', async () => (await uiText(tab, meaning)) === words);
  await tab.press('Escape');
  await uiGone(tab, '.card');
  await tab.close();
});

test('the glossary is searched by pinyin; a term of the reader’s own is marked at once, and undone', async ({
  driver,
  serve,
}) => {
  const tab = await driver.open(serve(page, '/glossary/own.html'));
  await marked(tab, 'glossary');
  const library = await driver.openOurs('library.html#glossary');
  await fill(library, 'input[type="search"]', 'ywtb');
  await listed(library, '一网通办');
  await press(library, '[data-do="add-entry"]');
  await fill(library, '.entry-form input[type="text"]', '数据专员');
  await fill(library, '.entry-form textarea', '替单位管数据的人。');
  await press(library, '[data-do="save-entry"]');
  await until('the new mark', () => isMarked(tab, '数据专员'));
  await press(library, '[data-do="undo"]');
  await until('the mark to go', async () => !(await isMarked(tab, '数据专员')));
  await library.close();
  await tab.close();
});
