import browser, { type Menus, type Tabs } from 'webextension-polyfill';
import { t } from '../../lib/i18n/t.ts';
import { withSelection } from './commands.ts';
import { openPanel } from './panel.ts';

const PAGES = ['http://*/*', 'https://*/*', 'file:///*'];

let making: Promise<void> = Promise.resolve();

/**
 * Makes the entries of the context menu anew: after an update, or in another language, old ones may be
 * there. One after the other: an update at the browser's start asks twice.
 */
export function makeMenus(): Promise<void> {
  making = making.then(makeAll);
  return making;
}

async function makeAll(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: 'open-panel',
    title: t('menuOpenPanel'),
    contexts: ['page', 'selection', 'link'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: 'write-note',
    title: t('menuWriteNote'),
    contexts: ['selection'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: 'highlight',
    title: t('menuHighlight'),
    contexts: ['selection'],
    documentUrlPatterns: PAGES,
  });
  browser.contextMenus.create({
    id: 'cite',
    title: t('menuCite'),
    contexts: ['selection'],
    documentUrlPatterns: PAGES,
  });
}

/** Does what an entry stands for. What opens a panel comes first, while the click still counts. */
export async function onMenu({ menuItemId }: Menus.OnClickData, tab: Tabs.Tab | undefined): Promise<void> {
  if (menuItemId === 'open-panel') return openPanel(tab?.id);
  if (tab?.id === undefined) return;
  if (menuItemId === 'write-note') return withSelection(tab.id, 'reader/write');
  if (menuItemId === 'highlight') return withSelection(tab.id, 'reader/highlight');
  if (menuItemId === 'cite') return withSelection(tab.id, 'reader/cite');
}
