import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Shelf, World } from '../../../lib/catalogue/shards/reach.ts';

/** A shelf in memory, as empty as a new reader's. */
export function memoryShelf(): Shelf {
  const files = new Map<string, Uint8Array>();
  return {
    get: async (name) => files.get(name),
    put: async (name, bytes) => void files.set(name, bytes),
  };
}

/** A shelf of files, for a worker that starts with what an earlier one fetched. */
export function diskShelf(folder: string): Shelf {
  return {
    get: async (name) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name)) : undefined),
    put: async (name, bytes) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    },
  };
}

/** The world outside, as Node has it. */
export function worldOf(shelf: Shelf): World {
  return {
    fetch: (address, init) => fetch(address, init),
    shelf,
    now: Date.now,
    accepted: async () => {},
    failed: async () => {},
  };
}
