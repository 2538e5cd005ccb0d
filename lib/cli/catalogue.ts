import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { compileFacts, FactsError } from '../catalogue/compile.ts';
import type { Contents } from '../catalogue/facts.ts';
import { pack } from '../catalogue/format.ts';
import { makePrints, type Source } from '../catalogue/print.ts';
import { plainInput } from '../reading/plain.ts';
import { read } from '../reading/read.ts';
import type { Metadata } from '../reading/types.ts';
import { today } from '../settings/today.ts';
import { readText } from './inspect/files.ts';
import { storePrints } from './stored-prints.ts';

const USAGE = `usage: npm run catalogue -- build FOLDER [--facts FILE] [--name NAME] -o PACK
         makes a catalogue of a folder of texts (.txt, .md, .html) and a facts file (JSON)
       npm run catalogue -- prints FOLDER
         makes the fingerprints of the bundled catalogue again, from the texts it knows`;

const KNOWN = new URL('../../assets/catalogue/known.json', import.meta.url);
const PRINTS = new URL('../../assets/catalogue/prints.json', import.meta.url);
const READABLE = new Set(['.txt', '.md', '.html', '.htm']);

/** Something wrong with the question or the files, to be said in one sentence. */
class Mistake extends Error {}

/** A facts file as it is written, of which only what is needed here is looked at. */
interface FactsJson {
  asOf: string;
  documents: ({ id: string; siteLines?: { head: number; tail: number } } & Record<string, unknown>)[];
}

/**
 * Makes catalogues.
 *
 * @param args what stands after `catalogue` on the command line
 * @param print takes each line of the report
 * @throws Mistake, FactsError with a sentence for the user
 */
export async function catalogue(args: string[], print: (line: string) => void): Promise<void> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      facts: { type: 'string' },
      name: { type: 'string' },
      output: { type: 'string', short: 'o' },
    },
  });
  const [command, folder] = positionals;
  if (!folder || !existsSync(folder)) throw new Mistake(folder ? `no such folder: ${folder}` : USAGE);
  if (command === 'prints') return remakePrints(folder, print);
  if (command !== 'build' || !values.output) throw new Mistake(USAGE);

  const texts = await textsOf(folder);
  const facts: FactsJson = values.facts
    ? JSON.parse(contentOf(values.facts))
    : { asOf: today(), documents: [] };
  const given = new Map(facts.documents.map((document) => [document.id, document]));
  const without = [...given.keys()].filter((id) => !texts.has(id));
  if (without.length > 0)
    throw new Mistake(`the facts name texts that are not in ${folder}: ${without.join(', ')}`);
  const documents = [...texts].map(([id, text]) => filledUp(id, given.get(id) ?? {}, text));
  const contents = compileFacts({ ...facts, documents }, values.name ?? basename(folder));
  const bytes = pack(contents, makePrints(sourcesOf(contents, texts, given)));
  writeFileSync(values.output, bytes);
  print(
    `${values.output}: ${texts.size} documents, ${contents.entries.length} known by name, ${bytes.length} bytes`,
  );
}

function contentOf(file: string): string {
  if (!existsSync(file)) throw new Mistake(`no such file: ${file}`);
  return readFileSync(file, 'utf8');
}

/** Each readable file's text by its name without ending. */
async function textsOf(folder: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder).sort()) {
    const kind = extname(file).toLowerCase();
    if (!READABLE.has(kind)) continue;
    texts.set(file.slice(0, -kind.length), await textOf(join(folder, file), kind));
  }
  if (texts.size === 0) throw new Mistake(`no .txt, .md or .html file in ${folder}`);
  return texts;
}

async function textOf(path: string, kind: string): Promise<string> {
  if (kind === '.txt' || kind === '.md') return readFileSync(path, 'utf8');
  const { seePage } = await import('./inspect/page.ts');
  return seePage(readText(path)).input.text;
}

/** The facts as given; what is not given is read from the text. */
function filledUp(id: string, given: Record<string, unknown>, text: string): Record<string, unknown> {
  const findings = read(plainInput(text));
  const metadata: Partial<Metadata> = findings.documents[findings.main]?.metadata ?? {};
  return { ...metadata, title: metadata.title ?? null, ...given, id };
}

function sourcesOf(
  contents: Contents,
  texts: ReadonlyMap<string, string>,
  given: ReadonlyMap<string, FactsJson['documents'][number]>,
): Source[] {
  return contents.entries.slice(0, texts.size).map((entry) => ({
    entry,
    text: texts.get(entry.id) ?? '',
    siteLines: given.get(entry.id)?.siteLines ?? { head: 0, tail: 0 },
  }));
}

async function remakePrints(folder: string, print: (line: string) => void): Promise<void> {
  const facts: FactsJson = JSON.parse(readFileSync(KNOWN, 'utf8'));
  const contents = compileFacts(facts, 'prints');
  const ids = facts.documents.map(({ id }) => id);
  const texts = new Map(ids.map((id) => [id, readFileSync(join(folder, `${id}.txt`), 'utf8')]));
  const given = new Map(facts.documents.map((document) => [document.id, document]));
  const prints = makePrints(sourcesOf(contents, texts, given));
  writeFileSync(PRINTS, `${JSON.stringify(storePrints(ids, prints), null, 2)}\n`);
  print(`${fileURLToPath(PRINTS)}: ${ids.length} documents`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await catalogue(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    const known = error instanceof Mistake || error instanceof FactsError || error instanceof SyntaxError;
    process.stderr.write(`${known ? error.message : String(error)}\n`);
    process.exitCode = error instanceof Mistake ? 2 : 1;
  }
}
