import { type Point, until } from '../../../lib/cli/drive/driver.ts';
import { fixture } from '../../../lib/cli/drive/fixtures.ts';
import { askReader, badge } from '../../../lib/cli/drive/in-ours.ts';
import {
  clickMark,
  clickUi,
  countMarks,
  marked,
  select,
  selectWords,
  uiText,
  writeNote,
} from '../../../lib/cli/drive/on-page.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { expect, test } from '../browser.ts';

const sample = fixture('documents', 'sample-shanghai');
const inBody = (html: string, what: string) => html.replace(/<body[^>]*>/, (body) => `${body}${what}`);

test('under a strict content security policy marks are seen and a note can be written', async ({
  driver,
  site,
}) => {
  const page = fixture('documents', 'strict-csp');
  const address = site.put(page.address, page.html, {
    'content-security-policy': "default-src 'none'; style-src 'self'; frame-src 'none'; child-src 'none'",
  });
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  const underlined = await tab.run(() => {
    const mark = document.querySelector('zhupi-mark[data-k~="3"]');
    return mark ? getComputedStyle(mark).textDecorationLine : '';
  });
  expect(underlined).toBe('underline');
  const words = await tab.run(
    () =>
      [...document.querySelectorAll('p')]
        .find((p) => (p.textContent ?? '').trim().length > 40)
        ?.textContent?.trim()
        .slice(0, 12) ?? '',
  );
  await tab.focus();
  await selectWords(tab, words);
  await clickUi(tab, '.bar [data-do="note"]');
  await writeNote(tab, 'under a strict policy');
  await marked(tab, 'vermilion');
  await tab.close();
});

test('a body in a frame is read there, and the badge is the tab’s', async ({ driver, site }) => {
  const frame = fixture('documents', 'bureau-frame');
  const shell = fixture('documents', 'bureau-shell');
  site.put(frame.address, frame.html);
  const address = site.put(shell.address, shell.html);
  const tab = await driver.open(address);
  const state = await until('the reader in the frame', () =>
    askReader<ReaderState | null>(driver, address, 'reader/state'),
  );
  expect(state.deadlines.length).toBeGreaterThan(0);
  await expect.poll(async () => (await badge(driver, address)).text).toBe(String(state.deadlines.length));
  await tab.close();
});

test('a page of a million characters stays usable and is marked where the reader looks', async ({
  driver,
  site,
}) => {
  const paragraphs = (sample.html.match(/<p[^>]*>[\s\S]*?<\/p>/g) ?? []).join('\n');
  const times = Math.ceil(1_000_000 / paragraphs.replace(/<[^>]*>/g, '').length);
  const inside = sample.html.indexOf('</p>', sample.html.indexOf('id="ivs_content"')) + 4;
  const address = site.put(
    new URL('/hostile/long.html', sample.address).href,
    sample.html.slice(0, inside) + paragraphs.repeat(times) + sample.html.slice(inside),
  );
  const tab = await driver.open(address);
  await marked(tab, 'deadline', 120_000);
  expect(await tab.run(() => document.body.innerText.length)).toBeGreaterThan(900_000);
  await tab.run(() => scrollTo(0, document.body.scrollHeight / 2));
  await until('marks where the reader looks', () =>
    tab.run(() =>
      [...document.querySelectorAll('zhupi-mark')].some((mark) => {
        const { top, bottom } = mark.getBoundingClientRect();
        return bottom > 0 && top < innerHeight;
      }),
    ),
  );
  await tab.close();
});

test('a page that rewrites its body is marked again and never fought over', async ({ driver, site }) => {
  const address = site.put(
    new URL('/hostile/rewrites.html', sample.address).href,
    inBody(
      sample.html,
      `<script>addEventListener('rewrite', () => { const home = document.querySelector('#ivs_content'); home.innerHTML = home.innerHTML.replace(/<\\/?zhupi-mark[^>]*>/g, ''); });</script>`,
    ),
  );
  const tab = await driver.open(address);
  const before = await marked(tab, 'deadline');
  for (let i = 0; i < 2; i++) {
    await tab.run(() => void dispatchEvent(new Event('rewrite')));
    await until('the marks again', async () => (await countMarks(tab, 'deadline')) >= Math.min(before, 1));
  }
  expect(await tab.run(() => document.querySelectorAll('zhupi-mark zhupi-mark').length)).toBe(0);
  expect(tab.errors).toEqual([]);
  await tab.close();
});

test('a page in design mode is not written into', async ({ driver, site }) => {
  const address = site.put(
    new URL('/hostile/design.html', sample.address).href,
    inBody(sample.html, `<script>document.designMode = 'on';</script>`),
  );
  const tab = await driver.open(address);
  await until('the reader', () => askReader<ReaderState | null>(driver, address, 'reader/state'));
  expect(await countMarks(tab, 'deadline')).toBe(0);
  expect(tab.errors).toEqual([]);
  await tab.close();
});

test('pages without a body, empty or broken, are left alone without an error', async ({ driver, site }) => {
  const broken = [
    '',
    '<!doctype html><title>南渡市人民政府关于空白的通知</title>',
    '<!doctype html><frameset><frame src="about:blank"></frameset>',
    `<!doctype html><title>x</title><div><p>${'（'.repeat(50_000)}</p><table><tr><td>${'《'.repeat(5000)}`,
  ];
  for (const [i, html] of broken.entries()) {
    const tab = await driver.open(site.put(`http://www.nandu.gov.cn/broken/${i}.html`, html));
    expect(
      await tab.run(() => Document.prototype.querySelectorAll.call(document, 'zhupi-mark, zhupi-ui').length),
    ).toBe(0);
    expect(tab.errors, html.slice(0, 60)).toEqual([]);
    await tab.close();
  }
});

const pair = ([from, to]: Point[]): [Point, Point] | null => (from && to ? [from, to] : null);

test('a note may span blocks, marks and table cells', async ({ driver, serve }) => {
  const address = serve(sample, '/hostile/across.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  // From the middle of one paragraph to the middle of the next, over whatever marks stand between.
  const ends = () => {
    // A drag that begins on a link drags the link.
    const long = [...document.querySelectorAll('p')].filter(
      (p) => (p.textContent ?? '').trim().length > 30 && !p.querySelector('a'),
    );
    long[1]?.scrollIntoView({ block: 'start', behavior: 'instant' });
    return [long[1], long[2]].map((p) => {
      // On a line of the text: between two lines Chromium begins no selection.
      const line = document.createRange();
      if (p) line.selectNodeContents(p);
      const { x, y, height } = line.getClientRects()[0] ?? new DOMRect();
      return { x: x + 120, y: y + height / 2 };
    });
  };
  const across = () =>
    tab.run(() => {
      const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : null;
      return (
        range?.startContainer.parentElement?.closest('p') !== range?.endContainer.parentElement?.closest('p')
      );
    });
  await select(tab, 'two paragraphs', async () => pair(await tab.run(ends)), across);
  await clickUi(tab, '.bar [data-colour="jade"]');
  await marked(tab, 'jade');
  await tab.reload();
  await marked(tab, 'jade');
  await clickMark(tab, 'jade');
  expect(await uiText(tab, '.card [data-about="note"]')).not.toBe('');
  await tab.close();
});

test('a broken, foreign or empty file is refused in plain words and nothing stored is lost', async ({
  driver,
  serve,
}) => {
  const address = serve(sample, '/hostile/import.html');
  const tab = await driver.open(address);
  await marked(tab, 'deadline');
  await tab.focus();
  await tab.run(() => scrollTo(0, 0));
  await selectWords(tab, sample.html.match(/<p[^>]*>\s*([一-鿿]{12})/)?.[1] ?? '');
  await clickUi(tab, '.bar [data-colour="amber"]');
  await marked(tab, 'amber');
  const library = await driver.openOurs('library.html');
  await until('the note', () => library.run(() => document.querySelectorAll('[data-note]').length === 1));
  for (const content of [
    '',
    '{"half":',
    '{"format":"something-else","version":1}',
    '[]',
    '\u0000\u0001\u0002',
  ]) {
    await library.run((text) => {
      const input = document.querySelector<HTMLInputElement>('input[type=file]');
      const files = new DataTransfer();
      files.items.add(new File([text], 'notes.json', { type: 'application/json' }));
      if (!input) throw new Error('no file field');
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    }, content);
    await until(`a sentence about ${JSON.stringify(content)}`, () =>
      library.run(() => document.querySelector('.toast.problem')?.textContent?.trim() || null),
    );
    await library.run(() => document.querySelector<HTMLButtonElement>('.toast button')?.click());
    await until('the sentence to close', () => library.run(() => !document.querySelector('.toast')));
  }
  expect(await library.run(() => document.querySelectorAll('[data-note]').length)).toBe(1);
  await library.close();
  await tab.close();
});
