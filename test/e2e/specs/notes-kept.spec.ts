import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { press, tabId } from '../../../lib/cli/drive/in-ours.ts';
import { clickUi, marked, selectWords, uiText } from '../../../lib/cli/drive/on-page.ts';
import { inTraditional, toBig5 } from '../big5.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');
const QUOTE = '数据目录、使用场景、安全责任、收益分配、退出机制';
const OTHER = '原始数据不得导出';

test('notes of a page stand on its copy behind a gate to traditional characters, in Big5', async ({
  driver,
  serve,
  site,
}) => {
  const first = await driver.open(serve(sample, '/notes/simplified.html'));
  await marked(first, 'deadline');
  await first.focus();
  await selectWords(first, QUOTE);
  await clickUi(first, '.bar [data-colour="jade"]');
  await marked(first, 'jade');
  const bytes = toBig5(inTraditional(sample.html.replace(/utf-8/i, 'big5')));
  const gate = site.put('big5.nandu.gov.cn/gate/big5/www.nandu.gov.cn/notes.html', bytes, {
    'content-type': 'text/html; charset=big5',
  });
  const copy = await driver.open(gate);
  // Marks are painted where the reader looks.
  const words = () =>
    copy.run(() => {
      const paragraph = [...document.querySelectorAll('p')].find((p) =>
        p.textContent?.includes('協議應當載明'),
      );
      paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return [...document.querySelectorAll('zhupi-mark[data-k~="7"]')].map((m) => m.textContent).join('');
    });
  await expect.poll(words).toBe(inTraditional(QUOTE));
  await first.close();
  await copy.close();
});

test('a note whose text is gone is put to its new place by hand', async ({ driver, serve }) => {
  const before = await driver.open(serve(sample, '/notes/before-loss.html'));
  await marked(before, 'deadline');
  await before.focus();
  await selectWords(before, QUOTE);
  await clickUi(before, '.bar [data-colour="amber"]');
  await marked(before, 'amber');
  await before.close();

  const shorter = { ...sample, html: sample.html.replace(/<p>[^<]*协议应当载明[^<]*<\/p>/, '') };
  const address = serve(shorter, '/notes/after-loss.html');
  const after = await driver.open(address);
  await marked(after, 'deadline');
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  const state = () => panel.run(() => document.querySelector('[data-note]')?.getAttribute('data-state'));
  await expect.poll(state).toBe('lost');
  await after.focus();
  await selectWords(after, OTHER);
  await panel.focus();
  await press(panel, '[data-do="place"]');
  await expect.poll(state).toBe('exact');
  expect(await panel.run(() => document.querySelector('[data-note] .note-quote')?.textContent)).toBe(OTHER);
  await marked(after, 'amber');
  await panel.close();
  await after.close();
});

test('a citation of what is selected is copied from its bar', async ({ driver, serve }) => {
  // A page on plain http has no Clipboard API, as many official sites are.
  const field = '<textarea id="paste"></textarea></body>';
  const address = serve({ ...sample, html: sample.html.replace('</body>', field) }, '/notes/cite.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await selectWords(tab, QUOTE);
  await clickUi(tab, '.bar [data-do="cite"]');
  // Where the answer came so late that the browser forgot the click, the toast has a button for another.
  await until('the citation to be copied', async () => {
    if ((await uiText(tab, '.toast')).startsWith('Copied')) return true;
    const again = await tab.runInUi((root) => {
      const { x = 0, y = 0 } = root?.querySelector('.toast [data-do="act"]')?.getBoundingClientRect() ?? {};
      return { x: x + 4, y: y + 4 };
    });
    await tab.click(again.x, again.y);
    return false;
  });
  const pasted = await until('what was copied', async () => {
    await tab.run(() => document.querySelector<HTMLTextAreaElement>('#paste')?.focus());
    await tab.press('Control+v');
    return tab.run(() => document.querySelector<HTMLTextAreaElement>('#paste')?.value);
  });
  expect(pasted).toContain('[EB/OL]. 2025: 第七条第二款(2025-03-10)');
  expect(pasted).toContain(address);
  await tab.close();
});
