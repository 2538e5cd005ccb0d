import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { writePack } from '../../../lib/catalogue/pack-file.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import { type Driver, until } from '../../../lib/cli/drive/driver.ts';
import { askReader, badge, inOurs, tabId } from '../../../lib/cli/drive/in-ours.ts';
import { countMarks, marked } from '../../../lib/cli/drive/on-page.ts';
import type { ReaderState } from '../../../lib/messages/lists.ts';
import { document as made } from '../../unit/catalogue/made-up.ts';
import { expect, test } from '../browser.ts';

const TITLE = '南渡市浮桥养护办法';
const NUMBER = '南府规〔2021〕7号';
const TEXT = made(31, TITLE, NUMBER, 24);
const FACTS = {
  asOf: '2025-06-01',
  documents: [
    {
      id: 'bridge',
      title: TITLE,
      docNumber: NUMBER,
      issued: '2021-03-01',
      relations: [{ type: 'basis', title: '云岭省桥梁条例' }],
    },
  ],
  named: [
    {
      id: 'bridge-2024',
      title: '南渡市桥梁养护规定',
      docNumber: '南府规〔2024〕2号',
      effective: '2024-05-01',
      relations: [{ type: 'repeals', id: 'bridge' }],
    },
    ...['甲', '乙'].map((name, k) => ({
      id: `pier-${k}`,
      title: '南渡市码头收费办法',
      docNumber: `南府发〔20${10 + k}〕${5 + k}号`,
      issuers: [`南渡市${name}处`],
    })),
  ],
};

/** Loads a catalogue of ours, as the library page does. @returns takes it away again */
async function loadPack(driver: Driver): Promise<() => Promise<void>> {
  const contents = compileFacts(FACTS, '测试目录');
  const sources = contents.entries
    .slice(0, 1)
    .map((entry) => ({ entry, text: TEXT, siteLines: { head: 0, tail: 0 } }));
  const header = {
    name: '测试目录',
    by: '朱批',
    day: '2025-06-01',
    from: '自拟文本',
    documents: 1,
    named: 4,
  };
  const bytes = await writePack(header, pack(contents, makePrints(sources)));
  const ask = (name: string, body: object) =>
    inOurs(driver, (message) => chrome.runtime.sendMessage(message), { list: 'ours', name, body });
  const answer = await ask('pack/load', { base64: Buffer.from(bytes).toString('base64') });
  expect(answer).toHaveProperty('ok');
  return async () => {
    await ask('pack/remove', { id: answer.ok.pack.id });
  };
}

function page(title: string, facts: [label: string, value: string][], text: string): string {
  const rows = facts.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${title}_南渡市人民政府</title></head>
<body><h1>${title}</h1><table>${rows.join('')}</table>
<div id="zoom">${lines.map((line) => `<p>${line.trim()}</p>`).join('\n')}</div></body></html>`;
}

test('a known document shows what differs from its text, how it stands to others, and that it is repealed', async ({
  driver,
  site,
}) => {
  const unload = await loadPack(driver);
  const sentences: string[] = TEXT.match(/[^。]*。|[^。]+$/g) ?? [];
  const altered = sentences
    .with(6, (sentences[6] ?? '').replace('应当', '可以'))
    .toSpliced(16, 1)
    .toSpliced(12, 0, '这一句是后来有人添进来的，谁也没有公布过。')
    .join('');
  const html = page(TITLE, [['发文字号', NUMBER]], altered);
  const address = site.put('www.nandu.gov.cn/zc/bridge.html', html);
  const tab = await driver.open(address);
  await marked(tab, 'altered');
  await expect.poll(async () => (await badge(driver, address)).text).toMatch(/^×\d+$/);

  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  await expect
    .poll(() =>
      panel.run(() =>
        [...document.querySelectorAll('#differences [data-row]')].map((row) => row.getAttribute('data-row')),
      ),
    )
    .toEqual(['altered', 'altered', 'missing']);
  await panel.run(() =>
    document.querySelectorAll<HTMLElement>('#differences [data-row=altered] button')[1]?.click(),
  );
  await until('the added sentence to be pointed out', () =>
    tab.run(
      () =>
        document.querySelector('zhupi-mark[data-k~="9"]')?.textContent?.includes('后来有人添进来') ?? false,
    ),
  );

  // By keyboard: what repealed it is not named on the page, so what the catalogue knows of it opens.
  await panel.focus();
  await panel.run(() => document.querySelector<SVGElement>('svg [role=button]')?.focus());
  await panel.press('Enter');
  const detail = await until('what the catalogue knows', () =>
    panel.run(() => document.querySelector('.detail h3')?.textContent ?? ''),
  );
  expect(detail).toBe('南渡市桥梁养护规定');
  await panel.press('Escape');
  await until('it to close', () => panel.run(() => !document.querySelector('.detail')));
  await expect.poll(() => panel.run(() => document.activeElement?.getAttribute('role') ?? '')).toBe('button');

  await askReader(driver, address, 'reader/marks', { on: false });
  await expect.poll(() => countMarks(tab, 'altered')).toBe(0);
  const same = (source: string) =>
    new DOMParser().parseFromString(source, 'text/html').documentElement.outerHTML ===
    document.documentElement.outerHTML;
  await expect.poll(() => tab.run(same, html)).toBe(true);
  await panel.close();
  await tab.close();
  await unload();
});

test('which of two documents it is, is for the reader to say, and remembered', async ({ driver, site }) => {
  const unload = await loadPack(driver);
  const title = '南渡市码头收费办法';
  const text = made(77, title, '', 12);
  const facts: [string, string][] = [
    ['索引号', '530000/2025-00031'],
    ['发文机关', '南渡市人民政府'],
    ['成文日期', '2025年03月01日'],
    ['标题', title],
  ];
  const address = site.put('www.nandu.gov.cn/zc/pier.html', page(title, facts, text));
  const tab = await driver.open(address);
  const main = () =>
    askReader<ReaderState | null>(driver, address, 'reader/state').then((state) => {
      const answer = state?.documents[state.main]?.answer;
      return answer ?? null;
    });
  expect((await until('the answer', main)).catalogueId).toBeNull();
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  await until('two to choose from', () =>
    panel.run(() => document.querySelectorAll('[data-row=choice] button').length === 2),
  );
  await panel.run(() => document.querySelector<HTMLElement>('[data-row=choice] button')?.click());
  await until('the choice', () => main().then((answer) => answer?.picked));
  await until('the choice in the panel', () =>
    panel.run(() => document.querySelectorAll('[data-row=choice] [aria-pressed=true]').length === 1),
  );
  await tab.reload();
  const again = await until('the answer after a reload', main);
  expect(again.picked).toBe(true);
  expect(again.catalogueId).toContain('pier-');
  await panel.close();
  await tab.close();
  await unload();
});
