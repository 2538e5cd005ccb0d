import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { compileFacts, FactsError } from '../../catalogue/compile.ts';
import type { Contents } from '../../catalogue/facts.ts';
import { fingerprint } from '../../catalogue/fingerprint.ts';
import { CatalogueError, pack } from '../../catalogue/format.ts';
import { LARGEST_PACK } from '../../catalogue/pack-facts.ts';
import { readPack, writePack } from '../../catalogue/pack-file.ts';
import { makePrints } from '../../catalogue/print.ts';
import { decodeText } from './decode.ts';
import { factsFromCsv } from './facts-csv.ts';
import { factsFromJson } from './facts-json.ts';
import { type ReadFacts, readFacts } from './read-facts.ts';
import { checkedRow, type FactsRows, type Row } from './rows.ts';
import { type FolderText, textsOf } from './texts.ts';
import { type Complain, Mistake, Troubles } from './troubles.ts';

/** What is to be built, of what, and what the pack says of itself. */
export interface Order {
  folder: string;
  facts: string | null;
  output: string;
  name: string;
  by: string;
  /** The day it is made, YYYY-MM-DD. */
  day: string;
  /** The day up to which it knows of repeals; null takes that of the facts file, or the day it is made. */
  asOf: string | null;
  /** From what it is made; null says the folder's name and how many texts it holds. */
  from: string | null;
}

/** Fewer whole sentences than this can't be told from a quotation. */
const FEWEST_SENTENCES = 3;

type Facts = Record<string, unknown> & { id: string };
interface Source {
  facts: Facts;
  text: FolderText | null;
  /** Where it is written down, or the text that it was read from. */
  where: string;
  /** Its relations were read from the text. */
  readRelations: boolean;
}

/**
 * Builds a pack. Nothing is written unless all of it is right.
 *
 * @param note takes what the maker should know, but need not mend
 * @returns one line that says what was made
 * @throws Mistake for a question that makes no sense, Troubles with all that is wrong with the files
 */
export async function build(order: Order, note: (line: string) => void): Promise<string> {
  const troubles: string[] = [];
  const complain: Complain = (where, what) => troubles.push(`${where}: ${what}`);
  const { rows, asOf } = factsOf(order.facts, complain);
  const texts = await textsOf(order.folder, complain);
  const until = order.asOf ?? asOf ?? order.day;
  if (until > order.day) complain('--as-of', `${until} is after the day the pack is made, ${order.day}`);
  const sources = join(rows, texts, order, complain, note);
  const contents = compiled(sources, { ...order, asOf: until }, complain, note);
  if (!contents || troubles.length > 0) throw new Troubles([...new Set(troubles)]);

  const withText = sources.filter(({ text }) => text !== null);
  const prints = makePrints(
    withText.map(({ text, facts }, k) => ({
      entry: contents.entries[k] as Contents['entries'][number],
      text: text?.input.text ?? '',
      siteLines: (facts.siteLines as { head: number; tail: number } | undefined) ?? { head: 0, tail: 0 },
    })),
  );
  const named = contents.entries.length - withText.length;
  const { name, by, day } = order;
  const from = order.from ?? `${basename(order.folder)}（${withText.length}）`;
  const bytes = await writePack(
    { name, by, day, from, documents: withText.length, named },
    pack(contents, prints),
  );
  await check(bytes);
  write(order.output, bytes);
  return `${order.output}: ${withText.length} documents, ${named} known by name, ${bytes.length} bytes, by ${by}, ${day}`;
}

function factsOf(path: string | null, complain: Complain): FactsRows {
  if (path === null) return { asOf: null, rows: [] };
  if (!existsSync(path)) throw new Mistake(`no such file: ${path}`);
  const kind = extname(path).toLowerCase();
  if (kind !== '.json' && kind !== '.csv') throw new Mistake(`${path}: facts are written in .json or .csv`);
  try {
    const read = kind === '.csv' ? factsFromCsv : factsFromJson;
    return read(decodeText(readFileSync(path)), basename(path), complain);
  } catch (error) {
    complain(basename(path), error instanceof Error ? error.message : String(error));
    return { asOf: null, rows: [] };
  }
}

/** Brings facts and texts together, documents with a text first. */
function join(
  rows: readonly Row[],
  texts: readonly FolderText[],
  { folder, facts: file }: Order,
  complain: Complain,
  note: (line: string) => void,
): Source[] {
  const left = new Map(texts.map((text) => [text.id, text]));
  const withText: Source[] = [];
  const named: Source[] = [];
  const places = new Map<string, string>();
  for (const row of rows) {
    const { id, ...given } = checkedRow(row, complain);
    const where = row.at(['id']);
    if (typeof id !== 'string') continue;
    const before = places.get(id);
    if (before !== undefined) {
      complain(where, `the id ${id} is used already at ${before}`);
      continue;
    }
    places.set(id, where);
    const text = left.get(id);
    if (row.named)
      named.push({ facts: { title: null, ...given, id }, text: null, where, readRelations: false });
    else if (!text)
      complain(where, `there is no text ${id}.txt, .md or .html for it in ${folder}, or it can’t be used`);
    else withText.push(sourceOf(text, { ...given, id }, where, complain));
    if (text && !row.named) left.delete(id);
  }
  for (const text of left.values()) {
    if (file) note(`${text.file}: ${basename(file)} says nothing of it; its facts are read from the text`);
    withText.push(sourceOf(text, { id: text.id }, text.file, complain));
  }
  return [...withText, ...named];
}

function sourceOf(text: FolderText, given: Facts, where: string, complain: Complain): Source {
  const sentences = fingerprint(text.input.text).hashes.length;
  if (sentences < FEWEST_SENTENCES)
    complain(
      text.file,
      `is too short to be recognised: ${sentences} sentences, at least ${FEWEST_SENTENCES}`,
    );
  const { metadata, relations, isDocument }: ReadFacts = readFacts(text.input);
  const title = given.title === undefined ? metadata.title : given.title;
  if (!title || (given.title === undefined && !isDocument))
    complain(
      text.file,
      'is no document, as far as we can read it: if it is one, give its title in the facts file',
    );
  return {
    facts: { relations, ...metadata, ...given, title },
    text,
    where,
    readRelations: given.relations === undefined,
  };
}

/** Relations that were read from a text and make no sense are left out; those that a person wrote are told. */
function compiled(
  sources: readonly Source[],
  { asOf, name }: { asOf: string; name: string },
  complain: Complain,
  note: (line: string) => void,
): Contents | null {
  const compile = (of: readonly Source[]) => {
    const documents = of.filter(({ text }) => text !== null).map(({ facts }) => facts);
    const named = of.filter(({ text }) => text === null).map(({ facts }) => facts);
    return compileFacts({ asOf, documents, named }, name);
  };
  const problemsOf = (error: unknown) => {
    if (error instanceof FactsError) return error.problems;
    throw error;
  };
  try {
    return compile(sources);
  } catch (error) {
    const problems = problemsOf(error);
    const retried = sources.map((source) => {
      const own = problems.filter(({ id }) => id === source.facts.id);
      if (!source.readRelations || own.length === 0) return source;
      const wrong = own.map(({ relation }) => relation);
      for (const { what } of own) note(`${source.where}: ${what}: read from the text, and left out`);
      // A circle is nobody's relation alone.
      const keep = (_: unknown, index: number) => !wrong.includes(undefined) && !wrong.includes(index);
      return { ...source, facts: { ...source.facts, relations: relationsOf(source).filter(keep) } };
    });
    try {
      return compile(retried);
    } catch (again) {
      for (const { id, what } of problemsOf(again))
        complain(sources.findLast(({ facts }) => facts.id === id)?.where ?? 'facts', what);
      return null;
    }
  }
}

const relationsOf = ({ facts: { relations } }: Source): unknown[] =>
  Array.isArray(relations) ? relations : [];

/** What we wrote must be what the extension takes. */
async function check(bytes: Uint8Array): Promise<void> {
  if (bytes.length > LARGEST_PACK)
    throw new Troubles([`the pack would hold ${bytes.length} bytes, at most ${LARGEST_PACK} can be loaded`]);
  try {
    await readPack(bytes);
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    throw new Troubles(['so many documents share a title or a number that pages could not be matched']);
  }
}

/** All or nothing: a pack that is half written never stands under its name. */
function write(path: string, bytes: Uint8Array): void {
  if (!existsSync(dirname(path))) throw new Mistake(`no such folder: ${dirname(path)}`);
  const half = `${path}.${process.pid}.part`;
  try {
    writeFileSync(half, bytes);
    renameSync(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw new Mistake(`can’t write ${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
