import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { changeTab, enterPage, readTab } from '../../../entrypoints/background/tab-state.ts';

beforeEach(() => fakeBrowser.reset());

const addresses = async () => (await readTab(7)).pages.map(({ address }) => address);
const enter = (address: string) => changeTab(7, (state) => enterPage(state, address));

it('where the session has no room left, the present page is kept and those behind it are not', async () => {
  await enter('https://a.gov.cn/1');
  await enter('https://a.gov.cn/2');
  const set = vi.spyOn(fakeBrowser.storage.session, 'set');
  set.mockRejectedValueOnce(new Error('Session storage quota bytes exceeded'));
  await enter('https://a.gov.cn/3');
  expect(await addresses()).toEqual(['https://a.gov.cn/3']);
  set.mockRejectedValue(new Error('Session storage quota bytes exceeded'));
  await expect(enter('https://a.gov.cn/4')).rejects.toThrow('quota');
  set.mockRestore();
});
