import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { median } from '../measure.ts';
import { inCatalogue, made, madeEntry } from './made.ts';
import { type AskedPage, madePages, VARIANTS } from './pages.ts';

/** What was measured of a search library's index over the same documents. */
export interface Rival {
  name: string;
  of: 'titles and texts' | 'titles';
  size: number;
  /** Milliseconds to make the index, and to look one page up. */
  making: number;
  asking: number;
  memory: number;
  /** Of the pages that carry a known document, how many it puts first; of the others too, for how many its first is another document. */
  right: number;
  wrong: number;
  pages: number;
}

/** Chinese has no spaces: both get pairs of neighbouring characters, as is usual. */
function pairs(text: string): string[] {
  const letters = text.replace(/[^\p{L}\p{N}]+/gu, '');
  const found: string[] = [];
  for (let at = 1; at < letters.length; at++) found.push(letters.slice(at - 1, at + 1));
  return found;
}

interface Engine {
  add(at: number, title: string, text: string): void;
  first(title: string): number | null;
}

const ENGINES: Record<string, (texts: boolean) => Engine> = {
  MiniSearch: (texts) => {
    const index = new MiniSearch({
      fields: texts ? ['title', 'text'] : ['title'],
      tokenize: pairs,
      processTerm: (term) => term,
    });
    return {
      add: (id, title, text) => index.add({ id, title, text: texts ? text : '' }),
      first: (title) => (index.search(title)[0]?.id as number | undefined) ?? null,
    };
  },
  FlexSearch: (texts) => {
    const index = new Index({ encode: pairs });
    return {
      add: (id, title, text) => void index.add(id, texts ? `${title}\n${text}` : title),
      first: (title) => (index.search(title, { limit: 1, suggest: true })[0] as number | undefined) ?? null,
    };
  },
};

/** Run in a process of its own: `rivals.ts NAME SIZE texts|titles`. */
const [name = '', sizeText = '', of = ''] = process.argv.slice(2);
const size = Number(sizeText);
const engine = ENGINES[name]?.(of === 'texts');
if (!engine) throw new Error(`no such library: ${name}`);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
let making = 0;
for (let at = 0; at < size; at++) {
  const { entry, text } =
    of === 'texts' ? made(inCatalogue(at)) : { entry: madeEntry(inCatalogue(at)), text: '' };
  const start = performance.now();
  engine.add(at, entry.title ?? '', text);
  making += performance.now() - start;
}
globalThis.gc?.();
const memory = process.memoryUsage().heapUsed - before;
const known = VARIANTS.slice(0, 5).flatMap((variant) => madePages(size, variant, 8));
const others = madePages(size, 'not in the catalogue', 8);
const ask = ({ part }: AskedPage) => {
  const at = engine.first(part.metadata.title ?? part.metadata.noticeTitle ?? '');
  return at === null ? null : madeEntry(inCatalogue(at)).id;
};
const right = known.filter((page) => ask(page) === page.id).length;
const wrong = [...known, ...others].filter((page) => ![null, page.id].includes(ask(page))).length;
const asking = median(3, () => known.slice(0, 8).forEach((page) => void ask(page))) / 8;
const result: Rival = {
  ...{ name, size, making, asking, memory, right, wrong },
  of: of === 'texts' ? 'titles and texts' : 'titles',
  pages: known.length,
};
process.stdout.write(JSON.stringify(result));
