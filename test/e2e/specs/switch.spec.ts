import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { tabId, turnMarks } from '../../../lib/cli/drive/in-ours.ts';
import {
  clickUi,
  countMarks,
  marked,
  selectWords,
  uiText,
  writeNote,
} from '../../../lib/cli/drive/on-page.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');
const html = () => document.documentElement.outerHTML;

test('switched off in the popup, the page is as it would be without us, and stays so after a reload', async ({
  driver,
  serve,
}) => {
  const address = serve(sample, '/switch/off.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  const popup = await driver.openOurs(`popup.html?tab=${await tabId(driver, address)}`);
  await turnMarks(popup, false);
  await until('the marks to go', async () => (await countMarks(tab, 'deadline')) === 0);
  const off = await tab.run(html);
  await tab.reload();
  await until('the page', () => tab.run(() => document.readyState === 'complete'));
  await expect.poll(() => tab.run(html)).toBe(off);
  await expect.poll(() => tab.run(() => document.adoptedStyleSheets.length)).toBe(0);
  await turnMarks(popup, true);
  await marked(tab, 'deadline');
  await popup.close();
  await tab.close();
});

test('a note that is being written outlives the switch, and the next one can be written', async ({
  driver,
  serve,
}) => {
  const address = serve(sample, '/switch/writing.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  const popup = await driver.openOurs(`popup.html?tab=${await tabId(driver, address)}`);
  const begin = async (paragraph: number) => {
    const quote = await tab.run((n) => {
      const long = [...document.querySelectorAll('p')].filter((p) => (p.textContent ?? '').length > 60);
      return (long[n]?.textContent ?? '').trim().slice(4, 24);
    }, paragraph);
    await tab.focus();
    await selectWords(tab, quote);
    await clickUi(tab, '.bar [data-do="note"]');
    await tab.frame('note.html');
  };
  await begin(0);
  await turnMarks(popup, false);
  await until('the marks to go', async () => (await countMarks(tab, 'deadline')) === 0);
  await tab.focus();
  await writeNote(tab, 'written while off');
  await turnMarks(popup, true);
  await marked(tab, 'vermilion');
  await begin(1);
  await writeNote(tab, 'written after');
  await until('both notes', async () => (await countMarks(tab, 'vermilion')) > 1);
  await popup.close();
  await tab.close();
});

test('an update under an open tab leaves no second mark on anything', async ({ driver, serve }) => {
  const address = serve(sample, '/switch/update.html');
  const tab = await driver.open(address);
  const before = await marked(tab, 'deadline');
  await driver.updateExtension();
  await tab.focus();
  if (driver.name === 'firefox') {
    // Firefox gives the new instance the open tabs: it clears up and reads anew.
    await until('the same marks again', async () => (await countMarks(tab, 'deadline')) === before);
  } else {
    // Chrome leaves the old script an orphan: it clears its marks and says so once.
    await until('the old marks to go', async () => (await countMarks(tab, 'deadline')) === 0);
    expect(await uiText(tab, '.toast')).not.toBe('');
    await tab.reload();
    await marked(tab, 'deadline');
  }
  const nested = await tab.run(() => document.querySelectorAll('zhupi-mark zhupi-mark').length);
  expect(nested).toBe(0);
  await tab.close();
});
