import { until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { press, tabId } from '../../../lib/cli/drive/in-ours.ts';
import { clickUi, marked, selectWords } from '../../../lib/cli/drive/on-page.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');
const QUOTE = '数据目录、使用场景、安全责任、收益分配、退出机制';
const NOW = QUOTE.replace('分配', '共享');

/** The same document another day: one word was replaced. */
const edited = { ...sample, html: sample.html.replace(QUOTE, NOW) };

test('a note whose text was edited shows both texts, and takes the new one', async ({ driver, serve }) => {
  const before = await driver.open(serve(sample, '/notes/before-edit.html'));
  await marked(before, 'deadline');
  await before.focus();
  await selectWords(before, QUOTE);
  await clickUi(before, '.bar [data-colour="jade"]');
  await marked(before, 'jade');
  await before.close();

  const address = serve(edited, '/notes/after-edit.html');
  const after = await driver.open(address);
  await marked(after, 'deadline');
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  const texts = () =>
    panel.run(() => [...document.querySelectorAll('.note-texts dd')].map((dd) => dd.textContent));
  await expect.poll(texts).toEqual([QUOTE, NOW]);

  await panel.focus();
  await press(panel, '[data-do="accept"]');
  // What the panel says of a failure shows in the test's own.
  const shown = () =>
    panel.run(() => ({
      quote: document.querySelector('[data-note] .note-quote')?.textContent,
      state: document.querySelector('[data-note]')?.getAttribute('data-state'),
      problem: document.querySelector('.toast.problem')?.textContent ?? null,
    }));
  await until('the note to take the new text', async () => {
    const { quote, state, problem } = await shown();
    if (problem) throw new Error(problem);
    return quote === NOW && state === 'exact';
  });
  await panel.close();
  await after.close();
});
