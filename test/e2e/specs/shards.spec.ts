import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../../../lib/cli/drive/driver.ts';
import { inOurs, press } from '../../../lib/cli/drive/in-ours.ts';
import type { Site } from '../../../lib/cli/drive/site.ts';
import { makeShards, TEXTS } from '../../unit/catalogue/shards/made-up.ts';
import { expect, test } from '../browser.ts';

// The browser's own question for permission can't be answered by a test: the server lets everybody in.
const HEADERS = { 'content-type': 'application/octet-stream', 'access-control-allow-origin': '*' };

/** Serves files on loopback, as a web server would a catalogue. @returns its address */
async function serveFiles(files: Map<string, Uint8Array>, site: Site) {
  const server = createServer((request, response) => {
    const file = files.get((request.url ?? '').slice(1));
    if (file) response.writeHead(200, HEADERS).end(file);
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  // Chromium asks the tests' proxy even for this computer, Firefox does not.
  for (const [name, file] of files) site.put(address + name, file, HEADERS);
  const stop = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { address, stop };
}

test('a catalogue on a server is looked at, taken, and knows a document that nobody else does', async ({
  driver,
  site,
}) => {
  const { files } = await makeShards();
  const server = await serveFiles(files, site);
  const body = (TEXTS.ferry ?? '').replace(/[^\n]+/g, '<p>$&</p>');
  const address = site.put(
    'http://www.nandu.gov.cn/zwgk/ferry.html',
    `<!doctype html><meta charset="utf-8"><title>南渡市渡口安全规定_南渡市人民政府</title><h1>南渡市渡口安全规定</h1><div id="zoom">${body}</div>`,
  );
  const library = await driver.openOurs('library.html');
  await until('the section', () => library.run(() => document.querySelector('#shards') !== null));
  await library.run(
    ({ typed }) => {
      // Neither browser lets a test answer its question: it is answered here, before it is asked.
      Object.assign(chrome.permissions, { request: async () => true });
      const details = document.querySelector('#shards details') as HTMLDetailsElement;
      details.open = true;
      const field = document.querySelector('#shards-address') as HTMLInputElement;
      field.value = typed;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    { typed: server.address },
  );
  await press(library, '[data-do="look-at-shards"]');
  await until('what it is', () => library.run(() => document.querySelector('[data-shards="met"]') !== null));
  expect(await library.run(() => document.querySelector('[data-shards="key"]')?.textContent)).toMatch(
    /([\da-f]{4} ){7}[\da-f]{4}$/,
  );
  await press(library, '[data-do="use-shards"]');
  await until('it to be in use', () =>
    library.run(() => document.querySelector('[data-shards="in-use"]') !== null),
  );
  const tab = await driver.open(address);
  await until('the page to be known', () =>
    inOurs(
      driver,
      async (page) => {
        const [found] = await chrome.tabs.query({ url: page });
        const look = await chrome.runtime.sendMessage({
          list: 'ours',
          name: 'tab/look',
          body: { tab: found?.id },
        });
        return /^shards:[\da-f]{16}\/ferry$/.test(look.ok?.main?.catalogueId ?? '');
      },
      address,
    ),
  );
  await press(library, '[data-do="remove-shards"]');
  await until('it to be gone', () => library.run(() => document.querySelector('#shards-address') !== null));
  await tab.close();
  await library.close();
  await server.stop();
});
