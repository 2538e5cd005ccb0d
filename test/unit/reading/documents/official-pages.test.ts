import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { seePage } from '../../../../lib/cli/inspect/page.ts';
import { read } from '../../../../lib/reading/read.ts';

const PAGES = new URL('../../../../../shared/pages/', import.meta.url);
const here = existsSync(PAGES);

/** The value beside a label in the page's own table of facts; white space does not matter. */
function inTable(html: string, label: string): string {
  const spaced = [...label].join('(?:\\s|&nbsp;|\u3000)*');
  const cell = new RegExp(`<b>\\s*${spaced}\\s*[:：]?\\s*</b>\\s*</td>\\s*<td[^>]*>([\\s\\S]*?)</td>`).exec(
    html,
  )?.[1];
  return (cell ?? '').replace(/<[^>]*>|\s|&nbsp;/g, '');
}

const tight = (text: string | null | undefined) => (text ?? '').replace(/\s/g, '');

describe.skipIf(!here)(
  'saved official pages, read by their text and checked by their own table of facts (skipped where ../shared is missing)',
  () => {
    const files = here ? readdirSync(PAGES).filter((name) => /^gov\.cn_content_5\d+\.html$/.test(name)) : [];

    test.each(files)('%s', (name) => {
      const html = readFileSync(new URL(name, PAGES), 'utf8');
      const { sight, input } = seePage(html);
      // The table is only the judge here: what is read must stand in the text itself.
      const findings = read({ ...input, facts: { ...input.facts, pairs: [] } });
      const { title, noticeTitle, docNumber } = findings.documents[findings.main]?.metadata ?? {};
      expect(sight.verdict).toBe('document');
      expect([tight(title), tight(noticeTitle)]).toContain(inTable(html, '标题'));
      expect(docNumber).toBe(inTable(html, '发文字号'));
    });

    test('there were pages to read', () => {
      expect(files.length).toBeGreaterThan(20);
    });
  },
);
