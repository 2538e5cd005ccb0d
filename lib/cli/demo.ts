import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { startChromium } from './drive/chromium.ts';
import { type Driver, type Tab, until } from './drive/driver.ts';
import { fixture } from './drive/fixtures.ts';
import { askReader, badge, savedBy, tabId } from './drive/in-ours.ts';
import {
  clickMark,
  clickUi,
  countMarks,
  marked,
  selectWords,
  uiGone,
  uiText,
  writeNote,
} from './drive/on-page.ts';
import { Site } from './drive/site.ts';

/**
 * The main job on a sample page in a real browser: recognised, marked, a term and a deadline opened, a
 * note written and exported. With a display the browser stays open for the reader to go on; without
 * one it all happens headless. Either way pictures, the exported notes and a summary are left in
 * `demo-output/`.
 */
const OUT = 'demo-output';
const NOTE = '问法务：这一条是否也适用于分公司？';
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

const lines: string[] = [];
const say = (line: string) => {
  lines.push(line);
  process.stdout.write(`${line}\n`);
};

if (spawnSync('npm run -s build', { shell: true, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) {
  process.stderr.write('The build failed; its message is above.\n');
  process.exit(1);
}
rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });

const site = await Site.start();
const driver = await startChromium({ site, headless, language: 'zh-CN' });
const sample = fixture('documents', 'sample-shanghai');
const address = site.put(sample.address, sample.html);
const tab = await driver.open(address);
await readPage(driver, tab);
await openCards(tab);
await annotate(tab);
await showPanel(driver);
writeFileSync(`${OUT}/summary.txt`, `${lines.join('\n')}\n`);
if (headless) {
  await driver.close();
} else {
  say('The browser stays open: go on reading. Close its window to end.');
  await tab.focus();
  await until(
    'the window to be closed',
    () => tab.run(() => false).catch(() => true),
    Number.POSITIVE_INFINITY,
  );
  await driver.close().catch(() => {});
}
await site.stop();

async function readPage(driver: Driver, tab: Tab): Promise<void> {
  await marked(tab, 'deadline');
  const { documents, main, terms, deadlines, citations } = await askReader<{
    documents: { metadata: { title: string | null; docNumber: string | null } }[];
    main: number;
    terms: unknown[];
    deadlines: unknown[];
    citations: unknown[];
  }>(driver, address, 'reader/state');
  const metadata = documents[main]?.metadata;
  say(`page      ${address}`);
  say(`document  ${metadata?.title ?? '?'} ${metadata?.docNumber ?? ''}`);
  say(`badge     ${(await badge(driver, address)).text}`);
  say(`found     ${terms.length} terms, ${deadlines.length} deadlines, ${citations.length} citations`);
  await tab.screenshot(`${OUT}/1-marks.png`);
}

async function openCards(tab: Tab): Promise<void> {
  await tab.focus();
  for (const [look, picture] of [
    ['term', '2-term.png'],
    ['deadline', '3-deadline.png'],
  ] as const) {
    await clickMark(tab, look);
    say(`${look.padEnd(10)}${(await uiText(tab, '.card section')).slice(0, 90)}`);
    await tab.screenshot(`${OUT}/${picture}`);
    await tab.press('Escape');
    await uiGone(tab, '.card');
  }
}

async function annotate(tab: Tab): Promise<void> {
  const quote = await tab.run(() => {
    const paragraph = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('工作日'));
    const clauses = (paragraph?.textContent ?? '').trim().split(/[，。；]/);
    return clauses.find((clause) => clause.length > 8 && clause.length < 30) ?? '';
  });
  await selectWords(tab, quote);
  await uiText(tab, '.bar');
  await tab.screenshot(`${OUT}/4-selection.png`);
  await clickUi(tab, '.bar [data-do="note"]');
  await writeNote(tab, NOTE);
  await marked(tab, 'vermilion');
  await tab.reload();
  await marked(tab, 'vermilion');
  say(
    `note      written on “${quote}”, there again after a reload (${await countMarks(tab, 'vermilion')} mark)`,
  );
  await tab.focus();
  await clickMark(tab, 'vermilion');
  await uiText(tab, '.card [data-about="note"]');
  await tab.screenshot(`${OUT}/5-note.png`);
  await tab.press('Escape');
}

async function showPanel(driver: Driver): Promise<void> {
  const panel = await driver.openOurs(`sidepanel.html?tab=${await tabId(driver, address)}`);
  await until('the note in the panel', () =>
    panel.run(() => document.querySelectorAll('[data-note]').length),
  );
  await panel.screenshot(`${OUT}/6-panel.png`);
  for (const format of ['markdown', 'json']) {
    const { name, text } = await savedBy(panel, `[data-do="export-${format}"]`);
    writeFileSync(`${OUT}/${name}`, text);
    say(`exported  ${OUT}/${name} (${text.length} characters)`);
  }
  await panel.close();
}
