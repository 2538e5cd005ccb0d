import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileGlossary, GlossaryError, looseEnds } from '../glossary/compile.ts';
import { makeGlossary } from '../glossary/glossary.ts';
import { mentionsIn } from '../glossary/mentions.ts';
import type { MentionsFile } from '../glossary/schema.ts';
import { glossarySources, MENTIONS, writeGlossarySource } from './build-glossary.ts';

const USAGE = `usage: npm run glossary -- check
         says what is wrong with the glossary's source files
       npm run glossary -- mentions [FOLDER]
         finds again where its terms stand in the known documents, whose texts are in FOLDER`;

const KNOWN = new URL('../../assets/catalogue/known.json', import.meta.url);
/** Where a developer's copy of the known documents' texts is, if there is one. */
const TEXTS = new URL('../../../shared/corpus/docs/', import.meta.url);

/**
 * Works on the glossary's source files.
 *
 * @param args what stands after `glossary` on the command line
 * @param print takes each line of the report
 * @returns the exit code: 0, 1 where something is to be mended, 2 on wrong usage
 * @throws GlossaryError where the files have a mistake
 */
export async function glossary(args: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  const [command, folder = fileURLToPath(TEXTS)] = args;
  if (command === 'mentions' && existsSync(folder)) {
    const mentions = await freshMentions(folder);
    await writeGlossarySource(MENTIONS, written(mentions));
    print(`${Object.keys(mentions.terms).length} terms stand in the texts of ${folder}`);
    return 0;
  }
  if (command === 'check') {
    const sources = await glossarySources();
    const { term, aliases } = compileGlossary(sources);
    const loose = looseEnds(sources, new Set(knownIds()));
    for (const one of loose) print(one);
    print(`${term.length} entries, ${aliases.flat().length} aliases, ${loose.length} loose ends`);
    return loose.length > 0 ? 1 : 0;
  }
  print(command === 'mentions' ? `no such folder: ${folder}` : USAGE);
  return 2;
}

/** Where the terms stand now. @param folder holds a text file for each known document */
export async function freshMentions(folder: string): Promise<MentionsFile> {
  const files = new Set(readdirSync(folder));
  const texts = new Map(
    knownIds()
      .filter((id) => files.has(`${id}.txt`))
      .map((id) => [id, readFileSync(`${folder}/${id}.txt`, 'utf8')]),
  );
  const compiled = compileGlossary({ ...(await glossarySources()), mentions: { terms: {} } });
  return mentionsIn(texts, makeGlossary(compiled, []));
}

function knownIds(): string[] {
  const known: { documents: { id: string }[] } = JSON.parse(readFileSync(KNOWN, 'utf8'));
  return known.documents.map(({ id }) => id);
}

/** A term a line, so that a change shows as the lines it is. */
function written({ terms }: MentionsFile): string {
  const lines = Object.entries(terms).map(
    ([term, at]) => `    ${JSON.stringify(term)}: ${JSON.stringify(at)}`,
  );
  return `{\n  "terms": {\n${lines.join(',\n')}\n  }\n}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await glossary(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`));
  } catch (error) {
    process.stderr.write(`${error instanceof GlossaryError ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
