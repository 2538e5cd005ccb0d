import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
const fixtures = fileURLToPath(new URL('../fixtures/pages/documents/', import.meta.url));

export interface Texts {
  /** Where they come from, for the report. */
  source: string;
  texts: string[];
}

/** The known documents' texts where they are at hand, else our own fixtures' text, repeated to the same size. */
export function benchTexts(): Texts {
  const folder = `${shared}corpus/docs`;
  if (existsSync(folder)) {
    const texts = readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, 'utf8'));
    return { source: `${texts.length} texts of the corpus`, texts };
  }
  const pages = readdirSync(fixtures)
    .filter((file) => file.endsWith('.html'))
    .map((file) => plain(readFileSync(`${fixtures}${file}`, 'utf8')));
  const texts: string[] = [];
  for (let length = 0, i = 0; length < 300_000; i++) {
    const text = pages[i % pages.length] ?? '';
    texts.push(text);
    length += text.length + 1;
  }
  return { source: 'our own fixtures, repeated (the corpus is not at hand)', texts };
}

/** Good enough for a text to time on; the program itself never reads HTML this way. */
const plain = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<\/(p|div|td|tr|h\d|li)>|<br\s*\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/\n\s+/g, '\n');
