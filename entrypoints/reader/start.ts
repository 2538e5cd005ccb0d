import type { FromPageReplies } from '../../lib/messages/lists.ts';
import { askFromPage } from '../../lib/messages/send.ts';
import { Reader, takeOver } from './reader.ts';

/** Where the reader of this page is kept, in the world of our content scripts, which the page can't see. */
const HERE = Symbol.for('zhupi.reader');
type World = { [HERE]?: Reader };

/** A background that is just starting may not listen yet. */
const TRIES = 3;
const WAIT_MS = 400;

async function greet(): Promise<FromPageReplies['reader/hello'] | null> {
  for (let i = 0; i < TRIES; i++) {
    try {
      return await askFromPage('reader/hello', {});
    } catch {
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
  return null;
}

/**
 * Starts the reader of this page; one that is here already is ended, and what another left behind is
 * taken off.
 */
export async function start(): Promise<void> {
  const world = globalThis as World;
  world[HERE]?.stop();
  takeOver();
  const hello = await greet();
  if (!hello) return;
  // Two injections may both have got this far.
  world[HERE]?.stop();
  const reader = new Reader(hello);
  world[HERE] = reader;
  await reader.start();
}
