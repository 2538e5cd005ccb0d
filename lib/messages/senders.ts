import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** A gate or reader of ours in a page. */
export interface PageSender {
  tab: number;
  frame: number;
  /** The browser's id of the document in the frame; null in a Firefox that does not tell. */
  document: string | null;
  /** Address of the frame. */
  url: string;
  /** Address of the tab's top frame; the frame's own where the browser does not tell. */
  topUrl: string;
  /** In a private window. */
  isPrivate: boolean;
}

/** One of our own pages. */
export interface OwnSender {
  /** Its file, such as `sidepanel.html`. */
  page: string;
  /** The tab it stands in, itself or as a frame of its page; null for the popup and the side panel. */
  tab: number | null;
}

const Index = v.pipe(v.number(), v.integer(), v.minValue(0));

const Sender = v.object({
  id: v.string(),
  url: v.string(),
  origin: v.optional(v.string()),
  frameId: v.optional(Index),
  documentId: v.optional(v.string()),
  documentLifecycle: v.optional(v.string()),
  tab: v.optional(
    v.object({ id: Index, url: v.optional(v.string()), incognito: v.optional(v.boolean(), false) }),
  ),
});

/** The editor's page, the one of ours that pages may embed. */
const EDITOR = 'note.html';

/** What the editor may ask for. */
const EDITOR_MESSAGES = /^editor\//;

/**
 * Who sent a message as a page's gate or reader.
 *
 * @param sender what the browser says of it
 * @returns null where it is no content script of ours in a tab's page
 */
export function pageSender(sender: unknown): PageSender | null {
  const parsed = v.safeParse(Sender, sender);
  if (!parsed.success) return null;
  const { id, url, origin, frameId, documentId, documentLifecycle, tab } = parsed.output;
  if (id !== browser.runtime.id || !tab || frameId === undefined) return null;
  // A page that is only being prepared (prerendered), or lies in the back-forward cache, is not before the reader.
  if (documentLifecycle !== undefined && documentLifecycle !== 'active') return null;
  if (isExtension(url) || (origin !== undefined && isExtension(origin))) return null;
  return {
    tab: tab.id,
    frame: frameId,
    document: documentId ?? null,
    url,
    topUrl: tab.url ?? url,
    isPrivate: tab.incognito,
  };
}

/**
 * Who sent a message as one of our own pages.
 *
 * The editor in somebody's page has our origin too (Chrome shows it the address without `use_dynamic_url`'s
 * own host), and could be embedded by any page; so that file, and any frame, may only ask for the
 * editor's things, which need a token.
 *
 * @param sender what the browser says of it
 * @param name the message
 * @returns null where it is no page of ours, or none that may ask this
 */
export function ownSender(sender: unknown, name: string): OwnSender | null {
  const parsed = v.safeParse(Sender, sender);
  if (!parsed.success) return null;
  const { id, url, origin, frameId, tab } = parsed.output;
  const home = browser.runtime.getURL('');
  if (id !== browser.runtime.id || !url.startsWith(home)) return null;
  if (origin !== undefined && !home.startsWith(`${origin}/`)) return null;
  const page = new URL(url).pathname.slice(1);
  const isFrame = tab !== undefined && frameId !== 0;
  if ((page === EDITOR || isFrame) && !EDITOR_MESSAGES.test(name)) return null;
  return { page, tab: tab?.id ?? null };
}

function isExtension(address: string): boolean {
  return /^[a-z-]*extension:/i.test(address);
}
