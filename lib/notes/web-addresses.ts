import type { NotedDocument } from './types.ts';

/**
 * The addresses that may be shown as links: an imported file could name anything.
 *
 * @returns the web addresses among those the document was read at, the latest first
 */
export function webAddresses({ addresses }: Pick<NotedDocument, 'addresses'>): string[] {
  return addresses.filter((address) => /^https?:\/\//i.test(address) && URL.canParse(address));
}
