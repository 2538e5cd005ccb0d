import { askFromPage, Problem } from '../../lib/messages/send.ts';
import { type PageUiParts, SEAT, type World } from '../page-ui/seat.ts';
import { patiently } from './patiently.ts';

const world = globalThis as World;

let coming: Promise<PageUiParts> | null = null;

/**
 * The script with what is shown on the page, fetched once a page: reading and painting do without it.
 *
 * @throws where nobody brings it; then the next one to ask tries again
 */
export async function fetchUi(): Promise<PageUiParts> {
  if (world[SEAT]) return world[SEAT];
  coming ??= bring().finally(() => {
    coming = null;
  });
  return coming;
}

async function bring(): Promise<PageUiParts> {
  await patiently(() => askFromPage('reader/page-ui', {}));
  const parts = world[SEAT];
  if (!parts) throw new Problem('problemNoAnswer');
  return parts;
}
