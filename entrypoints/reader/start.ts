import { askFromPage } from '../../lib/messages/send.ts';
import { patiently } from './patiently.ts';
import { Reader } from './reader.ts';
import { takeOver } from './take-over.ts';

/** Where the reader of this page is kept, in the world of our content scripts, which the page can't see. */
const HERE = Symbol.for('zhupi.reader');
type World = { [HERE]?: Reader };

/**
 * Starts the reader of this page; one that is here already is ended, and what another left behind is
 * taken off.
 */
export async function start(): Promise<void> {
  const world = globalThis as World;
  world[HERE]?.stop();
  takeOver();
  const hello = await patiently(() => askFromPage('reader/hello', {})).catch(() => null);
  if (!hello) return;
  // Two injections may both have got this far.
  world[HERE]?.stop();
  const reader = new Reader(hello);
  world[HERE] = reader;
  await reader.start();
}
