import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A saved page of ours: its first line names the address it stands for. */
export interface Fixture {
  name: string;
  address: string;
  html: string;
}

const FOLDER = 'test/fixtures/pages';

/** @param kind folder below the fixture pages: `documents`, `about`, `others` */
export function fixtures(kind: 'documents' | 'about' | 'others'): Fixture[] {
  const folder = resolve(FOLDER, kind);
  return readdirSync(folder)
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => {
      const html = readFileSync(join(folder, file), 'utf8');
      const address = /^<!--\s*address:\s*(\S+)\s*-->/.exec(html)?.[1];
      if (!address) throw new Error(`${file} does not name its address in its first line`);
      return { name: file.replace(/\.html$/, ''), address, html };
    });
}

/** @throws Error where there is no such fixture */
export function fixture(kind: 'documents' | 'about' | 'others', name: string): Fixture {
  const found = fixtures(kind).find((f) => f.name === name);
  if (!found) throw new Error(`no fixture ${kind}/${name}`);
  return found;
}
