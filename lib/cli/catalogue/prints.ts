import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileFacts } from '../../catalogue/compile.ts';
import { makePrints } from '../../catalogue/print.ts';
import { storePrints } from '../stored-prints.ts';

const KNOWN = new URL('../../../assets/catalogue/known.json', import.meta.url);
const PRINTS = new URL('../../../assets/catalogue/prints.json', import.meta.url);

interface KnownJson {
  documents: { id: string; siteLines?: { head: number; tail: number } }[];
}

/**
 * Makes the fingerprints of the bundled catalogue again, from the texts it knows.
 *
 * @returns one line that says what was made
 */
export function remakePrints(folder: string): string {
  const facts: KnownJson = JSON.parse(readFileSync(KNOWN, 'utf8'));
  const contents = compileFacts(facts, 'prints');
  const sources = facts.documents.map(({ id, siteLines = { head: 0, tail: 0 } }, k) => {
    const entry = contents.entries[k];
    if (!entry) throw new Error(`no entry for ${id}`);
    return { entry, text: readFileSync(join(folder, `${id}.txt`), 'utf8'), siteLines };
  });
  const ids = facts.documents.map(({ id }) => id);
  writeFileSync(PRINTS, `${JSON.stringify(storePrints(ids, makePrints(sources)), null, 2)}\n`);
  return `${fileURLToPath(PRINTS)}: ${ids.length} documents`;
}
