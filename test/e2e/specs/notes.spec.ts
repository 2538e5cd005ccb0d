import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { savedBy, tabId } from '../../../lib/cli/drive/in-ours.ts';
import {
  clickMark,
  clickUi,
  countMarks,
  marked,
  selectWords,
  typeInNote,
  uiGone,
  uiText,
  writeNote,
} from '../../../lib/cli/drive/on-page.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');

/** A page that writes down every key, input, paste and composition that passes its window. */
const listening = {
  ...sample,
  html: sample.html.replace(
    /<body[^>]*>/,
    (body) => `${body}<script>
      window.heard = [];
      for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste', 'compositionstart', 'compositionend'])
        window.addEventListener(type, (event) => window.heard.push(type + ':' + (event.key ?? event.data ?? '')), true);
    </script>`,
  ),
};

/** A stretch of the sample that no mark crosses is not needed: a selection may hold marks. */
async function wordsToSelect(
  tab: Awaited<ReturnType<Parameters<Parameters<typeof test>[2]>[0]['driver']['open']>>,
) {
  return tab.run(() => {
    const paragraph = [...document.querySelectorAll('p')].find(
      (p) => (p.textContent ?? '').trim().length > 60,
    );
    return (paragraph?.textContent ?? '').trim().slice(4, 20);
  });
}

test('a note is written where the page can’t listen, stored, and there again after a reload', async ({
  driver,
  serve,
}) => {
  const address = serve(listening, '/notes/listening.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  const quote = await wordsToSelect(tab);
  await tab.focus();
  await selectWords(tab, quote);
  await clickUi(tab, '.bar [data-do="note"]');
  await writeNote(tab, 'ask the lawyer 问律师');
  await marked(tab, 'vermilion');
  expect(await tab.run(() => (globalThis as { heard?: string[] }).heard)).toEqual([]);

  await tab.reload();
  await marked(tab, 'vermilion');
  await tab.focus();
  await clickMark(tab, 'vermilion');
  expect(await uiText(tab, '.card [data-about="note"]')).toContain('ask the lawyer 问律师');
  await tab.close();
});

test('a highlight in a colour, recoloured, deleted and brought back', async ({ driver, serve }) => {
  const address = serve(sample, '/notes/highlight.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await selectWords(tab, await wordsToSelect(tab));
  await clickUi(tab, '.bar [data-colour="jade"]');
  await marked(tab, 'jade');
  await clickMark(tab, 'jade');
  await clickUi(tab, '.card [data-about="note"] label[data-colour="indigo"]');
  await marked(tab, 'indigo');
  await clickUi(tab, '.card [data-do="delete"]');
  await until('the highlight to go', async () => (await countMarks(tab, 'indigo')) === 0);
  await clickUi(tab, '[data-do="undo"]');
  await marked(tab, 'indigo');
  await tab.close();
});

test('notes are edited, and a draft is not lost to one Esc', async ({ driver, serve }) => {
  const address = serve(sample, '/notes/edit.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await selectWords(tab, await wordsToSelect(tab));
  await clickUi(tab, '.bar [data-do="note"]');
  await writeNote(tab, 'first');
  await marked(tab, 'vermilion');
  await clickMark(tab, 'vermilion');
  await clickUi(tab, '.card [data-do="edit"]');
  const frame = await tab.frame('note.html');
  await typeInNote(tab, ' and second');
  await tab.press('Escape');
  expect(await frame.run(() => document.querySelector('textarea')?.value)).toContain('and second');
  await tab.press('Control+Enter');
  await uiGone(tab, 'iframe');
  await clickMark(tab, 'vermilion');
  expect(await uiText(tab, '.card [data-about="note"]')).toContain('and second');
  await tab.close();
});

test('the same document at another address has the same notes', async ({ driver, serve }) => {
  const first = await driver.open(serve(sample, '/notes/here.html'));
  await marked(first, 'deadline');
  await first.focus();
  await selectWords(first, await wordsToSelect(first));
  await clickUi(first, '.bar [data-colour="amber"]');
  await marked(first, 'amber');
  const second = await driver.open(serve(sample, '/notes/there.html'));
  await marked(second, 'amber');
  await first.close();
  await second.close();
});

test('the panel lists what was found, goes to places and exports', async ({ driver, serve }) => {
  const address = serve(sample, '/notes/panel.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  const quote = await wordsToSelect(tab);
  await selectWords(tab, quote);
  await clickUi(tab, '.bar [data-colour="vermilion"]');
  await marked(tab, 'vermilion');
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  for (const kind of ['deadline', 'term', 'heading', 'citation']) {
    await until(`${kind} rows`, () =>
      panel.run((k) => document.querySelectorAll(`[data-row="${k}"]`).length, kind),
    );
  }
  await until('the note', () => panel.run(() => document.querySelectorAll('[data-note]').length));
  await tab.focus();
  await tab.run(() => scrollTo(0, document.body.scrollHeight));
  await panel.focus();
  await panel.run(() => {
    const row = document.querySelector<HTMLElement>('[data-row="deadline"] button');
    row?.click();
  });
  await until('the page to scroll to the place', () =>
    tab.run(() => document.querySelectorAll('zhupi-mark[data-k~="9"]').length),
  );
  const markdown = await savedBy(panel, '[data-do="export-markdown"]');
  expect(markdown.name).toMatch(/\.md$/);
  expect(markdown.text).toContain(quote.slice(0, 8));
  expect(markdown.text).toMatch(/^---\n/);
  const json = await savedBy(panel, '[data-do="export-json"]');
  expect(JSON.parse(json.text)).toBeTruthy();
  await panel.close();
  await tab.close();
});
