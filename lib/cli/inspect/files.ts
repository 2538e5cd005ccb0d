import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';

/** A file to read and the name it goes by in the report. */
export interface Named {
  path: string;
  id: string;
}

const READABLE = new Set(['.txt', '.html', '.htm']);
/** More than any document: a gazette of a year is below a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The files a path stands for: itself, or all readable ones in a folder, by name, at any depth.
 *
 * @param path a file or a folder; one that is not there is returned as it is, so that reading it fails
 *   where the failure can be reported
 */
export function filesOf(path: string): Named[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return [{ path, id: nameOf(path) }];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && READABLE.has(extname(entry.name).toLowerCase()))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => ({ path: file, id: nameOf(file) }));
}

function nameOf(path: string): string {
  const name = basename(path);
  return READABLE.has(extname(name).toLowerCase()) ? name.slice(0, -extname(name).length) : name;
}

/**
 * A file's text, whatever it is encoded in.
 *
 * @throws Error with a plain sentence for a file that is missing, too large, of a kind we do not read,
 *   or no text
 */
export function readText(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Error('no such file');
  if (!stat.isFile()) throw new Error('not a file');
  const kind = extname(path).toLowerCase();
  if (!READABLE.has(kind))
    throw new Error(`can't read ${kind || 'a file without an ending'}: only .txt, .html and .htm`);
  if (stat.size > MOST_BYTES) throw new Error(`too large: ${stat.size} bytes, at most ${MOST_BYTES}`);
  return decode(readFileSync(path), kind !== '.txt');
}

/**
 * Bytes to text: by a byte order mark; as UTF-8 where they are, whatever the page declares, since no
 * text of another encoding happens to be; else as declared; else as GB 18030, which holds GBK and GB 2312.
 *
 * @throws Error where the bytes are no text
 */
export function decode(bytes: Uint8Array, html: boolean): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65536).includes(0)) throw new Error('not a text: it holds zero bytes');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder(encodingOf(html ? charsetOf(bytes) : null)).decode(bytes);
    const broken = text.split('\ufffd').length - 1;
    if (broken * 20 > text.length) throw new Error('not a text in an encoding we know');
    return text;
  }
}

/** Pages that declare GB 2312 hold GBK characters; an encoding nobody knows is as if none was declared. */
function encodingOf(declared: string | null): string {
  if (!declared || /^gb/i.test(declared)) return 'gb18030';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    return 'gb18030';
  }
}

function charsetOf(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]{2,20})/i.exec(head)?.[1] ?? null;
}
