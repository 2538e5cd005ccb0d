import { until } from '../../../lib/cli/drive/driver.ts';
import { fixtures } from '../../../lib/cli/drive/fixtures.ts';
import { askReader, badge } from '../../../lib/cli/drive/in-ours.ts';
import { countMarks, marked } from '../../../lib/cli/drive/on-page.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { expect, test } from '../browser.ts';

/** Runs in the page: what a reader would notice if marks moved anything. */
const layout = () => ({
  text: document.body.innerText,
  boxes: [...document.body.querySelectorAll('p,td,h1,h2,li')].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [x + scrollX, y + scrollY, width, height].map(Math.round).join();
  }),
});

for (const page of fixtures('documents').filter(
  (p) => !p.name.endsWith('-shell') && !p.name.endsWith('-frame'),
)) {
  test(`recognises and marks ${page.name}, moving nothing`, async ({ driver, serve }) => {
    const address = serve(page);
    const tab = await driver.open(address);
    await marked(tab, 'deadline');
    const state = await askReader<ReaderState>(driver, address, 'reader/state');
    expect(state.documents[state.main]?.metadata.title).toBeTruthy();
    // A sign before the number says that the document is not in force (any more, or yet).
    await expect
      .poll(async () => (await badge(driver, address)).text)
      .toMatch(new RegExp(`^[×›]?${state.deadlines.length}$`));
    const withMarks = await tab.run(layout);
    await askReader(driver, address, 'reader/marks', { on: false });
    await expect.poll(() => countMarks(tab, 'deadline')).toBe(0);
    expect(await tab.run(layout)).toEqual(withMarks);
    // Firefox asks for an icon and reports that a strict page forbids it; that is the page's own.
    expect(tab.errors.filter((error) => !error.includes('favicon.ico'))).toEqual([]);
    await tab.close();
  });
}

test('leaves pages alone that are no documents', async ({ driver, serve }) => {
  for (const page of fixtures('others')) {
    const address = serve(page);
    const tab = await driver.open(address);
    const before = await tab.run(() => document.documentElement.outerHTML);
    expect((await badge(driver, address)).text, page.name).toBe('');
    const found = await tab.run(() => [
      document.documentElement.outerHTML,
      document.querySelectorAll('zhupi-mark, zhupi-ui').length,
    ]);
    expect(found, page.name).toEqual([before, 0]);
    await tab.close();
  }
});

test('gives pages about documents a badge that differs', async ({ driver, serve }) => {
  for (const page of fixtures('about')) {
    const address = serve(page);
    const tab = await driver.open(address);
    const id = await until('a verdict', async () => {
      const { title } = await badge(driver, address);
      return title.length > 0 ? title : null;
    });
    expect(id).toBeTruthy();
    const state = await until('the reader', () => askReader<ReaderState>(driver, address, 'reader/state'));
    expect(state.sight?.verdict, page.name).toBe('about');
    await tab.close();
  }
});
