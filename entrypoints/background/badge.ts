import browser from 'webextension-polyfill';
import { disagreementWords, stateWords } from '../../components/words/status.ts';
import type { StatusState } from '../../lib/catalogue/types.ts';
import { t } from '../../lib/i18n/t.ts';
import type { PageState } from './tab-state.ts';

/** The seal's vermilion for a document; grey for what is only about documents, or was read by hand. */
const DOCUMENT = '#c8321f';
const OTHER = '#6b6b6b';

/**
 * A document that is not in force (any more, or yet) has another colour, and a sign before its number for
 * those who do not tell the colours apart.
 */
const SIGNS: Partial<Record<StatusState, { sign: string; colour: string }>> = {
  repealed: { sign: '×', colour: '#3b3b3b' },
  expired: { sign: '×', colour: '#3b3b3b' },
  'not-yet': { sign: '›', colour: '#7a4b00' },
  'in-force': { sign: '', colour: '#1c6340' },
};

/** What a badge has room for. */
const MOST = 999;

/** Shows by the icon what a tab's page is, in colour, number and words; null for a page that is nothing to us. */
export async function showBadge(tab: number, page: PageState | null): Promise<void> {
  const { text, title, colour } = badgeOf(page);
  try {
    await browser.action.setBadgeText({ tabId: tab, text });
    await browser.action.setTitle({ tabId: tab, title });
    if (text) await browser.action.setBadgeBackgroundColor({ tabId: tab, color: colour });
    if (text) await browser.action.setBadgeTextColor({ tabId: tab, color: '#ffffff' });
  } catch {
    // The tab was closed meanwhile.
  }
}

function badgeOf(page: PageState | null): { text: string; title: string; colour: string } {
  const sight = page && sightOf(page);
  if (!page || (!sight && !page.reader)) return { text: '', title: t('extName'), colour: OTHER };
  const isDocument = sight?.verdict === 'document';
  const colour = isDocument ? DOCUMENT : OTHER;
  if (!page.read) {
    return { text: '…', title: t(isDocument ? 'badgeDocument' : 'badgeAbout'), colour };
  }
  const { deadlines, terms } = page.read;
  const key = isDocument ? 'badgeDocumentRead' : sight ? 'badgeAboutRead' : 'badgeHandRead';
  const number = deadlines > MOST ? `${MOST}+` : String(deadlines);
  const title = t(key, deadlines, terms);
  const status = page.read.documents[page.read.main]?.status;
  // What only tells of documents has no force of its own.
  if (!isDocument || !status) return { text: number, title, colour };
  const { sign = '', colour: own = colour } = SIGNS[status.state] ?? {};
  const words = [title, stateWords(status.state), disagreementWords(status)].filter((part) => part !== null);
  return {
    text: sign + number,
    title: words.reduce((said, part) => t('clausePair', said, part)),
    colour: own,
  };
}

/** What the gate saw of the page: of the frame that is read, else of the top frame, else of any. */
export function sightOf({ seen, reader }: PageState): PageState['seen'][number]['sight'] | null {
  const frame = seen.find((one) => one.frame === reader?.frame) ?? seen.find((one) => one.frame === 0);
  return (frame ?? seen[0])?.sight ?? null;
}
