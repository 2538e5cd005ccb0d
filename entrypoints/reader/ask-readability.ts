import { askFromPage } from '../../lib/messages/send.ts';
import { SEAT, type World } from '../readability/seat.ts';

/**
 * The body of a page of no known template, where Readability points. Its script is fetched once a page.
 *
 * @returns null where it finds none, or where nobody brings the script
 */
export async function askReadability(document: Document): Promise<Element | null> {
  const world = globalThis as World;
  try {
    if (!world[SEAT]) await askFromPage('reader/readability', {});
  } catch {
    return null; // without it the page is one without a known body
  }
  return world[SEAT]?.(document) ?? null;
}
