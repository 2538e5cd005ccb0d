import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { benchChromium } from './chromium.ts';
import { benchTexts } from './corpus.ts';
import { met, middle, ms, type Row, times } from './measure.ts';
import type { OurTimes } from './page/entry.ts';

const RUNS = 5;
const ADDRESS = 'https://www.yunling.gov.cn/bench/long.html';

interface Bench {
  ours(): Promise<OurTimes>;
  plainMarkJs(words: string[]): Promise<{ time: number; marks: number }>;
  cssHighlight(words: string[]): Promise<{ time: number; marks: number }>;
}
declare const zhupiBench: Bench;

/** All texts on one page in real Chromium: our painter, plain mark.js and a highlight loop, same words. */
export async function paintingRows(): Promise<Row[]> {
  const { source, texts } = benchTexts();
  const html = pageOf(texts);
  const { page, close } = await benchChromium((url) => (url === ADDRESS ? html : null));
  const script = await bundle();
  const fresh = async () => {
    await page.goto(ADDRESS);
    await page.evaluate(script);
  };
  const runs: OurTimes[] = [];
  for (let i = 0; i < RUNS; i++) {
    await fresh();
    runs.push(await page.evaluate(() => zhupiBench.ours()));
  }
  const words = runs[0]?.words ?? [];
  await fresh();
  const css = await page.evaluate((w) => zhupiBench.cssHighlight(w), words);
  await fresh();
  const plain = await page.evaluate((w) => zhupiBench.plainMarkJs(w), words);
  await close();
  const of = (key: 'readPage' | 'read' | 'firstScreen' | 'clear') => middle(runs.map((r) => r[key]));
  const one = runs[0] as OurTimes;
  return [
    {
      what: `text of the page read from the DOM (${source}, ${one.characters} characters)`,
      figure: ms(of('readPage')),
      against: '',
      verdict: '',
    },
    { what: `reading it (${one.findings} marks found)`, figure: ms(of('read')), against: '', verdict: '' },
    {
      what: 'first screen painted after the text was read',
      figure: ms(of('firstScreen')),
      against: 'budget 50 ms',
      verdict: met(of('firstScreen') <= 50),
    },
    {
      what: 'plain mark.js, the same words over the whole page',
      figure: `${ms(plain.time)} for ${plain.marks} marks`,
      against: `${times(plain.time / of('firstScreen'))} our first screen`,
      verdict: '',
    },
    {
      what: 'a CSS Custom Highlight loop, the same words over the whole page',
      figure: `${ms(css.time)} for ${css.marks} ranges`,
      against: `${times(css.time / of('firstScreen'))} our first screen`,
      verdict: '',
    },
    {
      what: 'everything off again, the page as it was',
      figure: `${ms(of('clear'))}, ${runs.every((r) => r.restored) ? 'outerHTML equal' : 'outerHTML NOT equal'}`,
      against: 'budget 100 ms',
      verdict: met(of('clear') <= 100 && runs.every((r) => r.restored)),
    },
  ];
}

function pageOf(texts: string[]): string {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const paragraphs = texts.flatMap((text) => text.split(/\n+/)).filter((line) => line.trim() !== '');
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>bench</title></head><body>${paragraphs
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n')}</body></html>`;
}

/** The page's side as one script. */
async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('page/entry.ts', import.meta.url)),
        formats: ['iife'],
        name: 'zhupiBenchEntry',
      },
    },
  });
  const output = Array.isArray(result) ? result[0] : result;
  if (!output || !('output' in output)) throw new Error('the bundle for the page was not built');
  return output.output[0].code;
}
