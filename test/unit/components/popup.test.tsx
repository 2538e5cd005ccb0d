// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { Popup } from '../../../entrypoints/popup/popup.tsx';
import type { TabLook } from '../../../lib/messages/lists.ts';
import { speak } from '../i18n/speak.ts';
import { all, click, eventually, mount, pass, the, unmount } from './mount.ts';
import { look } from './samples.ts';
import { type Answers, type Asked, refuse, talk } from './talk.ts';

let answers: Answers;
let asked: Asked;
const nothing: TabLook = { ...look, state: 'other', frame: null, sight: null, counts: null, main: null };

beforeEach(() => {
  speak('en');
  history.replaceState(null, '', '?tab=7');
  answers = { 'tab/look': look };
  asked = talk(answers);
});

afterEach(async () => {
  await unmount();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const buttons = () => all('[data-do]').map((button) => button.dataset.do);

describe('the popup', () => {
  it('says which document the page is, whether it is in force, and how much was found', async () => {
    const page = await mount(<Popup />);
    expect(page.textContent).toContain('This page is a policy document.');
    expect(the('.document-title').textContent).toBe('云岭省数据流通管理办法');
    expect(page.textContent).toContain('云府发〔2025〕3号');
    expect(page.textContent).toContain('1 March 2025');
    expect(the('.badge').textContent).toBe('In force');
    expect(all('.counts dd').map((figure) => figure.textContent)).toEqual(['2', '7', '3']);
    expect(asked[0]).toEqual({ name: 'tab/look', body: { tab: 7 } });
  });

  it.each<[string, Partial<TabLook>, string, string[]]>([
    [
      'about documents',
      { sight: { verdict: 'about', kind: null, confidence: 0.6, reasons: [], textLength: 900 } },
      'about policy documents',
      ['marks', 'panel', 'export-markdown', 'export-json', 'library'],
    ],
    [
      'of another site',
      { ...nothing, url: 'https://news.example.com/a' },
      'government sites (gov.cn) only',
      ['read', 'marks', 'panel', 'library'],
    ],
    ['neither', nothing, 'does not look like', ['read', 'marks', 'panel', 'library']],
    [
      'without our access',
      { ...nothing, state: 'no-access' },
      'not allowed to read government sites',
      ['allow', 'library'],
    ],
    ['closed to us', { ...nothing, state: 'closed' }, 'does not let Zhupi read', ['library']],
    [
      'read by hand',
      { sight: { verdict: 'other', kind: null, confidence: 0.9, reasons: [], textLength: 900 } },
      'because you asked for it',
      ['marks', 'panel', 'export-markdown', 'export-json', 'library'],
    ],
  ])('says what to do with a page that is %s', async (_, change, words, offered) => {
    answers['tab/look'] = { ...look, ...change };
    const page = await mount(<Popup />);
    expect(page.textContent).toContain(words);
    expect(buttons()).toEqual(offered);
  });

  it('switches marks on this site off, and shows it', async () => {
    answers['site/marks'] = () => {
      answers['tab/look'] = { ...look, marksOn: false };
      return null;
    };
    await mount(<Popup />);
    expect(the('.host').textContent).toBe('www.yunling.gov.cn');
    expect(the<HTMLInputElement>('[data-do=marks]').checked).toBe(true);
    await click('[data-do=marks]');
    expect(asked).toContainEqual({ name: 'site/marks', body: { tab: 7, on: false } });
    expect(the<HTMLInputElement>('[data-do=marks]').checked).toBe(false);
  });

  it('opens the panel before anything is awaited, for the tab', async () => {
    const open = vi.fn(() => Promise.resolve());
    vi.stubGlobal('chrome', { sidePanel: { open } });
    const close = vi.spyOn(window, 'close').mockImplementation(() => {});
    await mount(<Popup />);
    the('[data-do=panel]').click();
    expect(open).toHaveBeenCalledWith({ tabId: 7 });
    await eventually(() => expect(close).toHaveBeenCalled());
  });

  it('opens the sidebar where that is what the browser has', async () => {
    const open = vi.fn(() => Promise.resolve());
    Object.assign(browser, { sidebarAction: { open } });
    vi.spyOn(window, 'close').mockImplementation(() => {});
    await mount(<Popup />);
    the('[data-do=panel]').click();
    expect(open).toHaveBeenCalledOnce();
  });

  it('asks for access to official sites again', async () => {
    answers['tab/look'] = { ...nothing, state: 'no-access' };
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({
      host_permissions: ['*://*.gov.cn/*'],
    } as never);
    const request = vi.fn(() => Promise.resolve(true));
    Object.assign(browser, { permissions: { request } });
    await mount(<Popup />);
    answers['tab/look'] = look;
    await click('[data-do=allow]');
    expect(request).toHaveBeenCalledWith({ origins: ['*://*.gov.cn/*'] });
    expect(the('.document-title').textContent).toBe('云岭省数据流通管理办法');
  });

  it('has a page read by hand, and says why where that fails', async () => {
    answers['tab/look'] = nothing;
    answers['tab/read'] = refuse('problemUnexpected');
    const page = await mount(<Popup />);
    await click('[data-do=read]');
    expect(asked).toContainEqual({ name: 'tab/read', body: { tab: 7 } });
    expect(the('.toast.problem', page).textContent).toContain('Something unexpected went wrong');
  });

  it('looks again at a page whose reader is on its way', async () => {
    vi.useFakeTimers();
    answers['tab/look'] = { ...nothing, state: 'seen', sight: look.sight };
    await mount(<Popup />);
    answers['tab/look'] = look;
    await pass(1000);
    expect(the('.document-title').textContent).toBe('云岭省数据流通管理办法');
    await pass(60_000);
    expect(asked.length).toBeLessThan(4);
  });

  it('says in one sentence that the background does not answer', async () => {
    delete answers['tab/look'];
    await mount(<Popup />);
    expect(the('[role=alert]').textContent).toContain('did not answer');
  });

  it('has nothing to export where there are no notes', async () => {
    answers['tab/look'] = { ...look, counts: { terms: 1, deadlines: 1, notes: 0 } };
    await mount(<Popup />);
    expect(the<HTMLButtonElement>('[data-do=export-json]').disabled).toBe(true);
  });
});
