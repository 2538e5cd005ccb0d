import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Compiled, compileGlossary, type Sources } from '../glossary/compile.ts';

const ASSETS = new URL('../../assets/glossary/', import.meta.url);
const ELSEWHERE = 'elsewhere.json';
export const MENTIONS = 'mentions.json';

/** Reads the glossary's source files. @throws Error for a file that can't be read or is no JSON */
export async function glossarySources(): Promise<Sources> {
  const files = (await readdir(ASSETS)).filter((file) => file.endsWith('.json')).sort();
  const contents = await Promise.all(
    files.map(async (file) => [file, JSON.parse(await readFile(new URL(file, ASSETS), 'utf8'))] as const),
  );
  const { [ELSEWHERE]: elsewhere, [MENTIONS]: mentions, ...topics } = Object.fromEntries(contents);
  return { topics, elsewhere, mentions };
}

/** Writes one of the glossary's source files. */
export async function writeGlossarySource(file: string, contents: string): Promise<void> {
  await writeFile(new URL(file, ASSETS), contents);
}

/** Compiles the bundled glossary. @throws GlossaryError where the source files have a mistake */
export async function compiledGlossary(): Promise<Compiled> {
  return compileGlossary(await glossarySources());
}

/**
 * Renders the glossary into `.cache`, for WXT to copy into the build.
 *
 * @returns the public asset `glossary.json`
 */
export async function renderGlossary(): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  const folder = resolve('.cache');
  await mkdir(folder, { recursive: true });
  const absoluteSrc = join(folder, 'glossary.json');
  await writeFile(absoluteSrc, JSON.stringify(await compiledGlossary()));
  return [{ absoluteSrc, relativeDest: 'glossary.json' }];
}
