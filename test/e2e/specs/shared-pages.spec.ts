import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { until } from '../../../lib/cli/drive/driver.ts';
import { askReader, badge } from '../../../lib/cli/drive/in-ours.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { expect, test } from '../browser.ts';

/** Saved official pages, which are not part of this project. */
const folder = fileURLToPath(new URL('../../../../shared/pages/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((f) => f.startsWith('gov.cn_content_5')) : [];

/** Where a stored page was: in its first line. */
const addressOf = (html: string) => /saved from (\S+)/.exec(html)?.[1]?.replace(/^https:/, 'http:') ?? '';

/** What the page's own metadata table says, read here by other means than the program's. */
const tableValue = (html: string, label: string) => {
  const cells = [...html.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map((m) =>
    (m[1] ?? '').replace(/<[^>]*>|&nbsp;|\s|\u3000/g, ''),
  );
  return cells[cells.findIndex((cell) => cell.replace(/[:：]/g, '') === label) + 1] ?? '';
};

test('real pages are documents under their own title and number', async ({ driver, site }) => {
  test.skip(files.length === 0, 'the saved official pages are not at hand');
  test.setTimeout(240_000);
  for (const file of files) {
    const html = readFileSync(`${folder}${file}`, 'utf8');
    // The pages' own scripts and pictures are not at hand: they are forbidden rather than asked for in vain.
    const address = site.put(addressOf(html), html, {
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    });
    const tab = await driver.open(address);
    const state = await until(`the reader on ${file}`, () =>
      askReader<ReaderState | null>(driver, address, 'reader/state'),
    );
    const metadata = state.documents[state.main]?.metadata;
    const squeeze = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '');
    expect([squeeze(metadata?.title), squeeze(metadata?.noticeTitle)], file).toContain(
      tableValue(html, '标题'),
    );
    expect(squeeze(metadata?.docNumber), file).toBe(tableValue(html, '发文字号'));
    // A sign before the number says that the document is not in force (any more, or yet).
    await expect
      .poll(async () => (await badge(driver, address)).text, file)
      .toMatch(new RegExp(`^[×›]?${state.deadlines.length}$`));
    await tab.close();
  }
});
