import { CatalogueError } from '../../lib/catalogue/format.ts';
import { type Catalogue, together } from '../../lib/catalogue/index.ts';
import { askShards, type Found } from '../../lib/catalogue/shards/ask.ts';
import { PAGE_BUDGET } from '../../lib/catalogue/shards/layout.ts';
import { openReach, type Reach } from '../../lib/catalogue/shards/reach.ts';
import type { PageSender } from '../../lib/messages/senders.ts';
import { changeShardSource, readShardSource, type ShardSource } from '../../lib/settings/shard-source.ts';
import { keepShardFile, shardFile, trimShardFiles } from '../../lib/store/shard-files.ts';
import type { Known, Question } from './known.ts';
import { hint } from './tell.ts';

/** A page is not kept waiting for a server longer than this, in milliseconds. */
const WAIT = 300;
/** Documents of one page that are asked about: a page that holds more is a list. */
const MOST_PARTS = 8;

let open: { source: ShardSource; reach: Reach } | null = null;
/** Pages whose reader was told once to ask again. */
const told = new Set<string>();

/** The way to the reader's catalogue on a server. */
export function reachOf(source: ShardSource): Reach {
  if (
    open?.source.address === source.address &&
    open.source.key === source.key &&
    open.source.whole === source.whole
  )
    return open.reach;
  const { address, key, asOf, checked, whole } = source;
  const reach = openReach(
    { address, key, asOf, checked: whole ? Number.POSITIVE_INFINITY : checked },
    {
      fetch: (file, init) => fetch(file, init),
      shelf: { get: shardFile, put: keepShardFile },
      now: Date.now,
      accepted: async (trust, { name, maker, documents, fits, bytes }) => {
        const news = { asOf: trust.asOf, checked: trust.checked, name, maker, documents, fits, bytes };
        await changeShardSource((before) => (before?.address === address ? { ...before, ...news } : before));
      },
      failed: note,
    },
  );
  open = { source, reach };
  return reach;
}

/** Forgets the way: another catalogue, or none, was chosen. */
export function forgetReach(): void {
  open = null;
  told.clear();
  found.length = 0;
}

/**
 * Fills up what the catalogues on this computer know of a page from one on a server, where the reader chose
 * one: for documents that they do not know. In a private window nothing is asked, nor for news and explanations.
 *
 * The page is not kept waiting: what comes later is there when its reader asks again, which it is told to.
 *
 * @param answer asks a catalogue about one document as about a page
 */
export async function askElsewhere(
  known: Known,
  question: Question,
  sender: Pick<PageSender, 'tab' | 'frame' | 'isPrivate' | 'topUrl'>,
  answer: (catalogue: Catalogue, question: Question) => Known,
): Promise<Known> {
  // A page that only tells of documents is hardly ever one that a catalogue holds.
  const source = sender.isPrivate || question.about ? null : await readShardSource().catch(() => null);
  if (!source?.on || !known.documents.some(isOpen)) return known;
  const asked = ask(source, known, question, answer);
  const late = Symbol('late');
  const first = await Promise.race([asked, new Promise<typeof late>((done) => setTimeout(done, WAIT, late))]);
  if (first !== late) return first;
  const page = `${sender.tab} ${sender.topUrl}`;
  asked.then((found) => {
    if (found === known || told.has(page)) return;
    told.add(page);
    hint(sender.tab, sender.frame, 'reader/ask-again', {});
  });
  return known;
}

const isOpen = ({ catalogueId, choices }: Known['documents'][number]) =>
  catalogueId === null && choices.length === 0;

/** Never throws: what went wrong is noted where the reader looks after the catalogue. */
async function ask(
  source: ShardSource,
  known: Known,
  question: Question,
  answer: (catalogue: Catalogue, question: Question) => Known,
): Promise<Known> {
  const { documents, main } = question;
  const order = [main, ...documents.keys()].filter((index, at, all) => all.indexOf(index) === at);
  const filled = { ...known, documents: [...known.documents], matches: [...known.matches] };
  let changed = false;
  try {
    const reach = reachOf(source);
    const before = reach.spent();
    for (const index of order.slice(0, MOST_PARTS)) {
      const part = documents[index];
      const present = known.documents[index];
      if (!part || !present || !isOpen(present)) continue;
      const budget = source.whole ? Number.POSITIVE_INFINITY : PAGE_BUDGET - (reach.spent() - before);
      const found = await askShards(reach, part, question.fingerprints, { sentences: source.text, budget });
      if (!found) continue;
      const catalogue = catalogueOf(source, found);
      const one = answer(catalogue, {
        ...question,
        ...{ documents: [part], main: index === main ? 0 : -1, citations: [] },
        ...{ picks: [question.picks?.[index] ?? null], fingerprints: found.fingerprints },
      });
      const [document] = one.documents;
      if (!document || isOpen(document)) continue;
      filled.documents[index] = document;
      remember(catalogue);
      filled.matches.push(...one.matches);
      changed = true;
    }
    // Nobody waits for it.
    if (!source.all && reach.spent() > before) trimShardFiles().catch(() => undefined);
  } catch (error) {
    await note(error instanceof CatalogueError ? error : new CatalogueError('problemUnexpected'));
  }
  filled.matches.sort((a, b) => a.start - b.start || a.end - b.end);
  return changed ? filled : known;
}

/** Its ids begin with the key that signed it, so that no document of it can pass for one of ours. */
function catalogueOf({ key, name, maker }: ShardSource, { catalogue }: Found): Catalogue {
  return together([{ id: `shards:${key.slice(0, 16)}`, name, by: maker, catalogue }]);
}

/** What was found for the pages of late, so that the panel can tell more of it. */
const found: Catalogue[] = [];
const REMEMBERED = 20;

function remember(catalogue: Catalogue): void {
  found.unshift(catalogue);
  found.length = Math.min(found.length, REMEMBERED);
}

/** The small catalogue that a document was found in, where it was one on a server. */
export function foundElsewhere(id: string): Catalogue | null {
  return found.find(({ byId }) => byId.has(id)) ?? null;
}

async function note(problem: CatalogueError | null): Promise<void> {
  await changeShardSource((before) => {
    if (!before || (problem === null && before.problem === null)) return before;
    return { ...before, problem: problem && { key: problem.key, args: problem.args } };
  }).catch(() => null);
}
