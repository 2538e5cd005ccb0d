import { existsSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { today } from '../settings/today.ts';
import { build } from './catalogue/build.ts';
import { remakePrints } from './catalogue/prints.ts';
import { isShardCommand, SHARD_USAGE, shard } from './catalogue/shard.ts';
import { Mistake, Troubles } from './catalogue/troubles.ts';

const USAGE = `usage: npm run catalogue -- build FOLDER [--facts FILE] -o PACK
         makes a pack of a folder of texts (.txt, .md, .html); what the facts file (.json or .csv) does not
         say of a text is read from it. PACK is loaded in the library of the extension.
           --name NAME      what the pack is called; else the folder's name
           --by NAME        who makes it
           --day DAY        when it is made, YYYY-MM-DD; else today
           --as-of DAY      up to when it knows of repeals and amendments; else as the facts file says, or --day
           --from WORDS     from what it is made; else the folder's name and the number of texts
         JSON: {"asOf": DAY, "documents": [{"id": FILE NAME WITHOUT ENDING, "title": …, "docNumber": …,
                "issuers": […], "issued": DAY, "effective": DAY, "expires": DAY,
                "relations": [{"type": "repeals", "title": …, "docNumber": …}]}], "named": […]}
         CSV:  id,title,noticeTitle,docNumber,otherTitles,otherNumbers,issuers,kind,issued,published,effective,
               expires,basis,repeals,amends,extends,attaches,interprets,cites,named
               (or 编号,标题,通知标题,文号,…); lists are divided by ; and a relation is 《title》（number）
       npm run catalogue -- prints FOLDER
         makes the fingerprints of the bundled catalogue again, from the texts it knows
${SHARD_USAGE}`;

/** A pack whose maker gave no name. */
const NOBODY = '未署名';

/**
 * Makes catalogues.
 *
 * @param args what stands after `catalogue` on the command line
 * @param print takes each line of the report, `note` what the maker should know besides
 * @throws Mistake for wrong usage, Troubles with all that is wrong with the files; nothing is written then
 */
export async function catalogue(
  args: string[],
  print: (line: string) => void,
  note: (line: string) => void = print,
): Promise<void> {
  if (isShardCommand(args)) return (await shard(args, note)).forEach((line) => void print(line));
  const { positionals, values } = parsed(args);
  const [command, folder, ...more] = positionals;
  if (!command || !folder || more.length > 0) throw new Mistake(USAGE);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Mistake(`no such folder: ${folder}`);
  if (command === 'prints') return print(remakePrints(folder));
  if (command !== 'build' || !values.output) throw new Mistake(USAGE);
  const day = dayOf(values.day ?? today(), '--day');
  const asOf = values['as-of'] === undefined ? null : dayOf(values['as-of'], '--as-of');
  if (!values.by) note(`the pack says that it was made by ${NOBODY}: give --by NAME`);
  const order = {
    ...{ folder, facts: values.facts ?? null, output: values.output, day, asOf, from: values.from ?? null },
    ...{ name: values.name ?? basename(resolve(folder)), by: values.by ?? NOBODY },
  };
  print(await build(order, note));
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const named = { facts: text, name: text, by: text, day: text, 'as-of': text, from: text };
  try {
    const options = { ...named, output: { type: 'string', short: 'o' } as const };
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function dayOf(value: string, option: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const exists = /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(date.getTime());
  if (exists && date.toISOString().startsWith(value)) return value;
  throw new Mistake(`${option} needs a day that exists, as YYYY-MM-DD, not ${value}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  try {
    await catalogue(process.argv.slice(2), (line) => process.stdout.write(`${line}\n`), say);
  } catch (error) {
    const ours = error instanceof Mistake || error instanceof Troubles;
    say(ours ? error.message : String(error));
    if (error instanceof Troubles) say(`${error.list.length} to mend; nothing was written`);
    process.exitCode = error instanceof Mistake ? 2 : 1;
  }
}
