import { resolve } from 'node:path';
import { fixture } from '../../lib/cli/drive/fixtures.ts';
import { benchChromium } from './chromium.ts';
import { benchTexts } from './corpus.ts';
import { met, middle, ms, type Row } from './measure.ts';
import { scriptTime } from './trace.ts';

const RUNS = 5;
/** A page that is read is quiet again after so many frames without a new mark. */
const QUIET_FRAMES = 30;

/** Main-thread time of the whole reader, as installed, from the page's load until it is quiet again. */
export async function readerRows(): Promise<Row[]> {
  const sample = fixture('documents', 'sample-shanghai');
  const { source, texts } = benchTexts();
  const pages = new Map([
    [sample.address, sample.html],
    [new URL('/bench/long.html', sample.address).href, longPage(sample.html, texts)],
  ]);
  const { context, page, close } = await benchChromium(
    (url) => pages.get(url) ?? null,
    resolve('.output/chrome-mv3'),
  );
  const cdp = await context.newCDPSession(page);
  const measure = async (address: string) => {
    const runs = [];
    for (let i = 0; i < RUNS + 1; i++) {
      const run = await scriptTime(cdp, '/reader.js', async () => {
        await page.goto(address);
        await page.waitForFunction(() => document.querySelector('zhupi-mark') !== null, null, {
          timeout: 60_000,
        });
        await page.evaluate(quiet, QUIET_FRAMES);
      });
      // The first visit compiles; a reader opens many pages.
      if (i > 0) runs.push(run);
    }
    return { total: middle(runs.map((r) => r.total)), longest: middle(runs.map((r) => r.longest)) };
  };
  const [short, long] = [...pages.keys()];
  const one = await measure(short ?? '');
  const many = await measure(long ?? '');
  await close();
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  return [
    {
      what: 'the whole reader on the sample page, from load to marks painted, script compiling included',
      figure: `${ms(one.total)} of main thread`,
      against: 'budget 30 ms',
      verdict: met(one.total <= 30),
    },
    {
      what: `the whole reader on ${source} as one page (${length} characters)`,
      figure: `${ms(many.total)} of main thread, longest task ${ms(many.longest)}`,
      against: 'budget 400 ms for 232,000 characters, no task over 50 ms',
      verdict: met((many.total * 232_000) / length <= 400 && many.longest <= 50),
    },
  ];
}

/** Resolves when no mark was added for so many frames. Runs in the page. */
async function quiet(frames: number): Promise<void> {
  let still = 0;
  let before = -1;
  while (still < frames) {
    await new Promise((done) => requestAnimationFrame(done));
    const now = document.querySelectorAll('zhupi-mark').length;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}

/** The sample's page with other paragraphs in its body. */
function longPage(html: string, texts: string[]): string {
  const start = html.indexOf('>', html.indexOf('id="ivs_content"')) + 1;
  const lines = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line.trim() !== '');
  const paragraphs = lines.map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`);
  return html.slice(0, start) + paragraphs.join('\n') + html.slice(start);
}
