import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CatalogueError } from '../../catalogue/format.ts';
import { type Source, together, type WholeCatalogue } from '../../catalogue/index.ts';
import { readPack } from '../../catalogue/pack-file.ts';
import { buildShards } from '../../catalogue/shards/build.ts';
import { MANIFEST_FILE } from '../../catalogue/shards/layout.ts';
import { shardCount } from '../../catalogue/shards/manifest.ts';
import { supplyOf } from '../../catalogue/shards/supply.ts';
import { today } from '../../settings/today.ts';
import { build } from './build.ts';
import { makeKey, readKey } from './signing-key.ts';
import { Mistake, Troubles } from './troubles.ts';

export const SHARD_USAGE = `       npm run catalogue -- key -o FILE
         makes the key that signs a catalogue on a web server
       npm run catalogue -- shard PACK_OR_FOLDER… -o DIR --key FILE [--name NAME] [--by NAME] [--as-of DAY]
         splits packs, or folders of texts, into files for a web server: a reader's page then fetches one
         small part. Put DIR on any server that answers by https, and tell readers its address and the key's
         fingerprint. Made again into the same DIR, old files stay for readers who have the old manifest.`;

/** Whether these are arguments of ours. */
export const isShardCommand = (args: readonly string[]) => args[0] === 'shard' || args[0] === 'key';

/**
 * Makes a key, or splits catalogues into shards.
 *
 * @param args what stands after `catalogue` on the command line
 * @param note takes what the maker should know besides
 * @returns lines that say what was made
 * @throws Mistake for wrong usage, Troubles for what is wrong with the packs
 */
export async function shard(args: readonly string[], note: (line: string) => void): Promise<string[]> {
  const { command, inputs, values } = parsed(args);
  if (!values.output) throw new Mistake(`usage:\n${SHARD_USAGE}`);
  if (command === 'key') return [await makeKey(values.output)];
  if (inputs.length === 0 || !values.key) throw new Mistake(`usage:\n${SHARD_USAGE}`);
  const output = resolve(values.output);
  refuseStrangers(output);
  const { keys, fingerprint } = await readKey(values.key);
  const sources = await Promise.all(inputs.map((input, at) => sourceOf(input, at, note)));
  const merged = together(sources);
  const [first] = sources;
  const newest =
    sources
      .map(({ catalogue }) => catalogue.asOf)
      .sort()
      .at(-1) ?? today();
  const manifest = await buildShards(supplyOf(merged), {
    ...{ name: values.name ?? first?.name ?? '', maker: values.by ?? first?.by ?? '', keys },
    asOf: values['as-of'] ?? newest,
    put: (path, bytes) => {
      const file = join(output, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    },
  });
  const { documents, fits, bytes } = manifest;
  return [
    `${values.output}: ${documents} documents in ${shardCount(manifest)} shards, ${bytes} bytes`,
    `a page's requests fit at least ${fits.shard.least} documents (${fits.shard.median} in the median), and ${fits.group.least} (${fits.group.median}) where its text is compared`,
    `signed with the key ${fingerprint}`,
  ];
}

function parsed(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    key: text,
    name: text,
    by: text,
    'as-of': text,
    output: { ...text, short: 'o' } as const,
  };
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [command, ...inputs] = positionals;
    return { command, inputs, values };
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\nusage:\n${SHARD_USAGE}`);
  }
}

/** A folder that holds something else would be strewn with hundreds of files. */
function refuseStrangers(output: string): void {
  if (!existsSync(output)) return;
  if (!statSync(output).isDirectory()) throw new Mistake(`${output} is no folder`);
  if (readdirSync(output).length > 0 && !existsSync(join(output, MANIFEST_FILE)))
    throw new Mistake(`${output} holds other files: give an empty folder, or one made by this command`);
}

async function sourceOf(
  input: string,
  at: number,
  note: (line: string) => void,
): Promise<Source<WholeCatalogue>> {
  if (!existsSync(input)) throw new Mistake(`no such pack or folder: ${input}`);
  const bytes = statSync(input).isDirectory() ? await builtFrom(input, note) : readFileSync(input);
  try {
    const { id, header, catalogue } = await readPack(new Uint8Array(bytes));
    return { id: at === 0 ? null : id, name: header.name, by: header.by, catalogue };
  } catch (error) {
    if (!(error instanceof CatalogueError)) throw error;
    throw new Troubles([`${input}: can't be read as a pack (${error.key})`]);
  }
}

async function builtFrom(folder: string, note: (line: string) => void): Promise<Buffer> {
  const scratch = mkdtempSync(join(tmpdir(), 'zhupi-shard-'));
  try {
    const output = join(scratch, 'pack');
    const day = today();
    const name = basename(resolve(folder));
    await build({ folder, facts: null, output, name, by: name, day, asOf: null, from: null }, note);
    return readFileSync(output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
