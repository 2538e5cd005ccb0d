import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { serve } from '../../lib/messages/serve.ts';
import { watchSettings } from '../../lib/settings/settings.ts';
import { keepJournal } from '../../lib/store/journal.ts';
import { onCommand } from './commands.ts';
import { desks } from './desks.ts';
import { lookAtStart, onAlarm } from './keeping.ts';
import { lockStorage } from './lock-storage.ts';
import { makeMenus, onMenu } from './menus.ts';
import { lookAtOpenPages } from './open-pages.ts';
import { windowClosed } from './private.ts';
import { forgetTab } from './tab-state.ts';
import { tellSettings } from './tell-settings.ts';

/**
 * The background may be stopped at any moment and started by any event: everything is listened for at
 * once, and what must outlive it stands in storage.
 */
export default defineBackground(() => {
  keepJournal();
  serve(desks);
  browser.commands.onCommand.addListener((command, tab) => quietly(onCommand(command, tab)));
  browser.contextMenus.onClicked.addListener((info, tab) => quietly(onMenu(info, tab)));
  watchSettings((now, before) => quietly(tellSettings(now, before)));
  browser.tabs.onRemoved.addListener((tab) => quietly(forgetTab(tab)));
  browser.windows.onRemoved.addListener((window) => quietly(windowClosed(window)));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    quietly(makeMenus());
    // Pages under an update have a gate, and a reader that says to load them anew.
    if (reason === 'install') quietly(lookAtOpenPages());
  });
  browser.permissions.onAdded.addListener(() => quietly(lookAtOpenPages()));
  browser.runtime.onStartup.addListener(() => quietly(makeMenus()));
  browser.alarms.onAlarm.addListener((alarm) => quietly(onAlarm(alarm)));
  quietly(lockStorage());
  quietly(lookAtStart());
});

/** For what nobody waits for an answer of. The error's words may be the page's, and are not logged. */
function quietly(work: Promise<unknown>): void {
  work.catch((error) => console.error('zhupi:', error instanceof Error ? error.name : typeof error));
}
