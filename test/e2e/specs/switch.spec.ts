import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { countMarks, marked, tabId, uiText } from '../../../lib/cli/drive/steps.ts';
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
  await until('the switch', () =>
    popup.run(() => document.querySelector<HTMLInputElement>('[data-do="marks"]')?.checked),
  );
  await popup.run(() => document.querySelector<HTMLInputElement>('[data-do="marks"]')?.click());
  await until('the marks to go', async () => (await countMarks(tab, 'deadline')) === 0);
  const off = await tab.run(html);
  await tab.reload();
  await until('the page', () => tab.run(() => document.readyState === 'complete'));
  expect(await tab.run(html)).toBe(off);
  expect(await tab.run(() => document.adoptedStyleSheets.length)).toBe(0);
  await popup.run(() => document.querySelector<HTMLInputElement>('[data-do="marks"]')?.click());
  await marked(tab, 'deadline');
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
