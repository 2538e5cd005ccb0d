import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { askReader } from '../../../lib/cli/drive/in-ours.ts';
import { clickMark, clickUi, marked, uiGone, uiText } from '../../../lib/cli/drive/on-page.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');

test('a click on a term opens what it means; Esc closes it and gives the focus back', async ({
  driver,
  serve,
}) => {
  const address = serve(sample);
  const tab = await driver.open(address);
  await marked(tab, 'term');
  const state = await askReader<ReaderState>(driver, address, 'reader/state');
  const term = state.terms[0];
  if (!term) throw new Error('the sample defines no term');
  await tab.focus();
  await tab.run(() => {
    const link = document.querySelector<HTMLElement>('a[href]');
    link?.focus();
  });
  await clickMark(tab, 'term', term.term);
  const words = await uiText(tab, '.card [data-about="term"]');
  expect(words).toContain(term.term);
  expect(words).toContain(term.definition.slice(0, 20));
  await tab.press('Escape');
  await uiGone(tab, '.card');
  await tab.close();
});

test('marks are reached by command and opened by Enter, outside the Tab order of the page', async ({
  driver,
  serve,
}) => {
  const address = serve(sample);
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  expect(await tab.run(() => document.querySelectorAll('zhupi-mark[tabindex]').length)).toBe(0);
  await askReader(driver, address, 'reader/step', { by: 1 });
  await tab.focus();
  await tab.press('Enter');
  const first = await uiText(tab, '.card');
  await tab.press('Escape');
  await uiGone(tab, '.card');
  await askReader(driver, address, 'reader/step', { by: 1 });
  await tab.focus();
  await tab.press('Enter');
  expect(await uiText(tab, '.card')).not.toBe(first);
  await tab.close();
});

test('Enter is the mark’s, not the link’s that had the focus before, until the focus moves on', async ({
  driver,
  serve,
}) => {
  const address = serve(sample, '/cards/from-a-link.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await tab.run(() => document.querySelector<HTMLElement>('.nav a')?.focus());
  await askReader(driver, address, 'reader/step', { by: 1 });
  await tab.focus();
  await tab.press('Enter');
  await uiText(tab, '.card');
  await tab.press('Escape');
  await uiGone(tab, '.card');
  await expect
    .poll(() => tab.run(() => document.activeElement === document.querySelector('.nav a')))
    .toBe(true);
  await tab.run(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.nav a')) link.href = '#followed';
  });
  await tab.press('Tab');
  await tab.press('Enter');
  await until('the link to be followed', () => tab.run(() => location.hash === '#followed'));
  expect(await tab.runInUi((root) => root?.querySelector('.card') ?? null)).toBeNull();
  await tab.close();
});

test('a deadline in working days counts from the day the reader gives', async ({ driver, serve }) => {
  const address = serve(sample);
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  const state = await askReader<ReaderState>(driver, address, 'reader/state');
  const within = state.deadlines.find((d) => d.kind === 'within' && d.unit === 'workday');
  if (!within) throw new Error('the sample has no deadline in working days');
  // Marks are painted where the reader looks: the panel's way goes there first.
  await askReader(driver, address, 'reader/goto', { start: within.start, end: within.end });
  await tab.focus();
  await clickMark(tab, 'deadline', within.text.slice(-4));
  await uiText(tab, '.card [data-about="deadline"]');
  // 2025-09-26 was a Friday; the next working days were Sunday the 28th (swapped), 29th, 30th, then 9 October.
  await tab.runInUi((root) => {
    const field = root?.querySelector<HTMLInputElement>('input[type=date]');
    if (!field) throw new Error('no field for the starting day');
    field.value = '2025-09-26';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  const expected: Record<number, string> = {
    3: '2025-09-30',
    5: '2025-10-10',
    10: '2025-10-16',
    20: '2025-10-30',
  };
  const day = expected[within.count ?? 0];
  if (!day) throw new Error(`the sample counts ${within.count} working days, which this test does not know`);
  await expect
    .poll(() =>
      tab.runInUi((root) => root?.querySelector<HTMLElement>('[data-result]')?.dataset.result ?? null),
    )
    .toBe(day);
  await tab.close();
});

test('jumping from a term’s card shows the clause that says so', async ({ driver, serve }) => {
  const address = serve(sample);
  const tab = await driver.open(address);
  await marked(tab, 'term');
  await tab.focus();
  await clickMark(tab, 'term');
  await uiText(tab, '.card');
  await clickUi(tab, '.card [data-do="jump"]');
  await expect
    .poll(() => tab.run(() => document.querySelectorAll('zhupi-mark[data-k~="9"]').length))
    .toBeGreaterThan(0);
  await tab.close();
});
