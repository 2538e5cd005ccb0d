import { askFromPage } from '../../lib/messages/send.ts';
import { asItIs, looksTraditional, type Simplify } from '../../lib/notes/script.ts';
import type { Input, PageFacts } from '../../lib/reading/types.ts';
import { SEAT, type World } from '../simplified/seat.ts';

/**
 * What writes a text in simplified characters, where it is in traditional script. Its script is fetched once
 * a page.
 *
 * @returns what leaves it as it is, where that is not needed, or where nobody brings the script
 */
export async function simplifyFor(text: string): Promise<Simplify> {
  if (!looksTraditional(text)) return asItIs;
  const world = globalThis as World;
  try {
    if (!world[SEAT]) await askFromPage('reader/simplified', {});
  } catch {
    return asItIs; // its notes are listed as lost then, and come back another day
  }
  return world[SEAT] ?? asItIs;
}

/** What the finders get of a page in traditional script: they know simplified characters only. Offsets stay. */
export function simplified(input: Input, simplify: Simplify): Input {
  if (simplify === asItIs) return input;
  const facts = JSON.parse(simplify(JSON.stringify(input.facts))) as PageFacts;
  return { ...input, text: simplify(input.text), facts: { ...facts, url: input.facts.url } };
}
