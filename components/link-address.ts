import browser from 'webextension-polyfill';
import type { NoteLink } from '../lib/notes/types.ts';
import { webAddresses } from '../lib/notes/web-addresses.ts';
import { documentOf } from '../lib/store/read-notes.ts';

/**
 * Where what a note leads to can be read: a note in the library, an article on its document's page; where none
 * is known, in the library what is noted of the document.
 *
 * @throws Problem where the store can't be read
 */
export async function linkAddress(link: NoteLink): Promise<string> {
  if (link.kind === 'note') return browser.runtime.getURL(`library.html#note=${link.id}`);
  const document = await documentOf(link.document);
  const [address] = document ? webAddresses(document) : [];
  return address ?? browser.runtime.getURL(`library.html#document=${encodeURIComponent(link.document)}`);
}
