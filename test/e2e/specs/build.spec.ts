import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

/** What was built is what a store would get: read from the folders themselves. */
const builds = ['chrome', 'firefox'] as const;
const folder = (browser: string) => `.output/${browser}-mv3`;
const manifestOf = (browser: string) =>
  JSON.parse(readFileSync(`${folder(browser)}/manifest.json`, 'utf8')) as Record<string, unknown>;

/**
 * What pages load, in KB of gzip at most: the gate comes to every official page, the reader to every page that is
 * read, what is shown there once such a page is at rest, and the others to the few pages that need them. The
 * reader is larger than its budget of 60 KB: two thirds of it are the rules of reading.
 */
const LARGEST = { gate: 8, reader: 115, 'page-ui': 32, readability: 13, simplified: 20 };

for (const browser of builds) {
  test(`the scripts that pages load in ${browser} are no larger than they were`, () => {
    for (const [script, largest] of Object.entries(LARGEST)) {
      const size = gzipSync(readFileSync(`${folder(browser)}/${script}.js`), { level: 9 }).length;
      expect(size / 1024, script).toBeLessThanOrEqual(largest);
    }
  });

  test(`the built manifest for ${browser} asks for what was decided and no more`, () => {
    const made = manifestOf(browser);
    const permissions = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', 'unlimitedStorage'];
    expect({
      version: made.manifest_version,
      permissions: [...(made.permissions as unknown as string[])].sort(),
      hosts: made.host_permissions,
      optional: [made.optional_permissions, made.optional_host_permissions],
      scripts: made.content_scripts,
      reachable: made.web_accessible_resources,
      locale: made.default_locale,
    }).toEqual({
      version: 3,
      permissions: (browser === 'chrome' ? [...permissions, 'sidePanel'] : permissions).sort(),
      hosts: ['*://*.gov.cn/*'],
      optional: [undefined, ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*']],
      scripts: [{ matches: ['*://*.gov.cn/*'], js: ['gate.js'], all_frames: true, run_at: 'document_end' }],
      reachable: [
        {
          resources: ['note.html'],
          matches: ['<all_urls>'],
          ...(browser === 'chrome' ? { use_dynamic_url: true } : {}),
        },
      ],
      locale: 'zh_CN',
    });
  });

  test(`every page of the build for ${browser} may connect to nothing but ourselves`, () => {
    const pages = readdirSync(folder(browser)).filter((file) => file.endsWith('.html'));
    expect(pages).toContain('library.html');
    for (const page of pages)
      expect(readFileSync(`${folder(browser)}/${page}`, 'utf8').replaceAll('&#39;', "'")).toContain(
        `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'">`,
      );
  });

  test(`the build for ${browser} speaks both languages and has its icons`, () => {
    const files = readdirSync(folder(browser), { recursive: true }) as string[];
    for (const needed of [
      '_locales/zh_CN/messages.json',
      '_locales/en/messages.json',
      'icon/16.png',
      'icon/128.png',
    ]) {
      expect(files).toContain(needed);
    }
  });
}

test('Firefox is told that nothing is collected and does not open the sidebar by itself', () => {
  const made = manifestOf('firefox') as Record<string, { gecko: object; open_at_install: boolean }>;
  expect(made.browser_specific_settings?.gecko).toMatchObject({
    strict_min_version: '140.0',
    data_collection_permissions: { required: ['none'] },
  });
  expect(made.sidebar_action?.open_at_install).toBe(false);
});
