import browser from 'webextension-polyfill';
import { OFFICIAL_SITES } from '../../lib/cli/manifest.ts';
import type { TabLook } from '../../lib/messages/lists.ts';
import type { OwnSender } from '../../lib/messages/senders.ts';
import { isOfficial } from '../../lib/settings/official.ts';
import { settingsIn } from '../../lib/settings/private-sites.ts';
import { marksOn } from '../../lib/settings/quiet-sites.ts';
import { notesOfAll } from '../../lib/store/read-notes.ts';
import { sightOf } from './badge.ts';
import { probe } from './inject.ts';
import { offerPanel } from './panel.ts';
import { keysOf } from './readers.ts';
import { addressOf, type PageState, readPage, readTab, sameDocument } from './tab-state.ts';

/** What is known of a tab, for the popup and the panel. */
export async function lookAtTab({ tab }: { tab: number }, { page: asking }: OwnSender): Promise<TabLook> {
  offerPanel(tab);
  const { url = null, incognito = false } = await browser.tabs.get(tab);
  const page = await livePage(tab, url);
  const settings = await settingsIn(incognito);
  const look: TabLook = {
    state: 'other',
    frame: page?.reader?.frame ?? null,
    url,
    sight: page && sightOf(page),
    marksOn: marksOn(settings, url),
    counts: null,
    main: null,
  };
  const unread = page?.reader ? null : await stateOfUnread(url, asking);
  if (!page || unread === 'no-access') return { ...look, state: unread ?? 'other' };
  if (!page.read) return { ...look, state: page.reader || look.sight ? 'seen' : 'other' };
  const { read } = page;
  const notes = await notesOfAll(keysOf(page)).catch(() => []);
  const main = read.documents[read.main];
  return {
    ...look,
    state: 'reading',
    counts: { terms: read.terms, deadlines: read.deadlines, notes: notes.length },
    main: main
      ? {
          key: main.facts.key,
          metadata: main.facts,
          status: main.status,
          catalogueId: main.facts.catalogueId,
        }
      : null,
  };
}

/** The page that stands in a tab now, if it is known; one whose reader is gone is known no more. */
async function livePage(tab: number, url: string | null): Promise<PageState | null> {
  const page =
    url === null ? ((await readTab(tab)).pages.at(-1) ?? null) : await readPage(tab, addressOf(url));
  // Of a page that we may not see nothing is known but that its reader is there.
  if (!page?.reader) return url === null ? null : page;
  const found = await probe(tab, page.reader.frame);
  const lives = found?.injected && sameDocument(found.document, page.reader.document);
  return lives ? page : null;
}

/** Why a page is not read. */
async function stateOfUnread(url: string | null, asking: string): Promise<TabLook['state']> {
  if (url === null) {
    if (!(await mayEnter(OFFICIAL_SITES))) return 'no-access';
    // The popup's click lets us see any page's address; where it does not, the page is the browser's own.
    return asking === 'popup.html' ? 'closed' : 'other';
  }
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed || !['http:', 'https:', 'file:'].includes(parsed.protocol)) return 'closed';
  if (!isOfficial(url)) return 'other';
  return (await mayEnter(`*://${parsed.hostname}/*`)) ? 'other' : 'no-access';
}

/** Readers may withdraw our access to official sites at any time, or leave it to some of them. */
function mayEnter(sites: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [sites] });
}
