// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Views } from '../../../entrypoints/library/views.tsx';
import { makeCompiled, makeEntry } from '../glossary/sample.ts';
import { speak } from '../i18n/speak.ts';
import { eventually, mount, the, unmount } from './mount.ts';
import { talk } from './talk.ts';

beforeEach(() => {
  fakeBrowser.reset();
  speak('en');
  talk({});
  const compiled = makeCompiled([makeEntry('放管服'), makeEntry('通知')], {});
  vi.stubGlobal('fetch', async () => Response.json(compiled));
});

afterEach(async () => {
  await unmount();
  vi.unstubAllGlobals();
  location.hash = '';
});

it('lead from a kind of document to what the glossary says of it', async () => {
  location.hash = `#glossary=${encodeURIComponent('通知')}`;
  await mount(<Views />);
  await eventually(() => expect(the('input[type=search]')).toMatchObject({ value: '通知' }));
  expect(the('nav [aria-current=page]')?.getAttribute('href')).toBe('#glossary');
});
