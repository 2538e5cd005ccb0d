import { beforeEach, describe, expect, it } from 'vitest';
import browser from 'webextension-polyfill';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changePick, readPicks } from '../../../lib/settings/picks.ts';

beforeEach(() => fakeBrowser.reset());

describe('what the reader picked', () => {
  it('is kept by the document’s key, changed, and taken back', async () => {
    await changePick('page:a', 'tea', false);
    await changePick('page:b', 'ferry', false);
    await changePick('page:a', 'old-tea', false);
    expect(await readPicks(false)).toEqual({ 'page:a': 'old-tea', 'page:b': 'ferry' });
    await changePick('page:a', null, false);
    expect(await readPicks(false)).toEqual({ 'page:b': 'ferry' });
  });

  it('in a private window leaves nothing on the disk, and hides what is there', async () => {
    await changePick('page:a', 'tea', false);
    await changePick('page:a', null, true);
    await changePick('page:b', 'ferry', true);
    expect(await readPicks(true)).toEqual({ 'page:a': '-', 'page:b': 'ferry' });
    expect(await readPicks(false)).toEqual({ 'page:a': 'tea' });
  });

  it('is bounded, the oldest first to go', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, k) => [`page:${k}`, 'tea']));
    await browser.storage.local.set({ picks: many });
    await changePick('page:0', 'ferry', false);
    await changePick('page:new', 'tea', false);
    const kept = await readPicks(false);
    expect(Object.keys(kept)).toHaveLength(1000);
    expect(kept).toMatchObject({ 'page:0': 'ferry', 'page:new': 'tea' });
    expect(kept).not.toHaveProperty('page:1');
  });

  it('is nothing where what is stored is rubbish, and both of two changes at once hold', async () => {
    await browser.storage.local.set({ picks: [7] });
    expect(await readPicks(false)).toEqual({});
    await Promise.all([changePick('a', 'x', false), changePick('b', 'y', false)]);
    expect(await readPicks(false)).toEqual({ a: 'x', b: 'y' });
  });
});
