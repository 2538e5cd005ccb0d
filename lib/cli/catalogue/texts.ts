import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { plainInput } from '../../reading/plain.ts';
import type { Input } from '../../reading/types.ts';
import { readText } from '../inspect/files.ts';
import { decodeText } from './decode.ts';
import { type Complain, Mistake } from './troubles.ts';

/** A text of the folder, as the reading gets it. */
export interface FolderText {
  /** The file's name without its ending. */
  id: string;
  file: string;
  input: Input;
}

const READABLE = new Set(['.txt', '.md', '.html', '.htm']);
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The texts of a folder, by name. Folders in it are not looked into.
 *
 * @param complain told of every file that can't be used; it is left out
 * @throws Mistake where the folder holds no text at all
 */
export async function textsOf(folder: string, complain: Complain): Promise<FolderText[]> {
  const files = readdirSync(folder)
    .filter((file) => READABLE.has(extname(file).toLowerCase()))
    .sort();
  if (files.length === 0) throw new Mistake(`no .txt, .md or .html file in ${folder}`);
  const texts = new Map<string, FolderText>();
  for (const file of files) {
    const id = file.slice(0, -extname(file).length);
    const other = texts.get(id);
    try {
      if (other) throw new Error(`has the same name as ${other.file}: rename one of them`);
      const input = await inputOf(join(folder, file));
      if (!/\S/.test(input.text)) throw new Error('holds no text');
      texts.set(id, { id, file, input });
    } catch (error) {
      complain(file, error instanceof Error ? error.message : String(error));
    }
  }
  return [...texts.values()];
}

async function inputOf(path: string): Promise<Input> {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Error('can’t be read: it is no file');
  if (stat.size === 0) throw new Error('is empty');
  if (stat.size > MOST_BYTES) throw new Error(`is too large: ${stat.size} bytes, at most ${MOST_BYTES}`);
  const kind = extname(path).toLowerCase();
  if (kind === '.txt') return plainInput(decodeText(readFileSync(path)));
  if (kind === '.md') return plainInput(withoutMarks(decodeText(readFileSync(path))));
  const { seePage } = await import('../inspect/page.ts');
  return seePage(readText(path)).input;
}

/** A Markdown file as its reader sees it: no front matter, heading marks, list marks, emphasis or link addresses. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/^\ufeff?---\r?\n[\s\S]*?\n---\r?\n/, '')
    .replace(/^ {0,3}(?:#{1,6}|>|[-*+])[ \t]+/gm, '')
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, '$2');
}
