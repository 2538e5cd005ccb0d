import { type Driver, type Tab, until } from './driver.ts';

/** What a reader does with one of our own pages, and what only these may ask. */

/** Whatever a page of ours stands in: a tab or a frame of it. */
export type Place = Pick<Tab, 'run'>;

/** Gives a field of a page of ours a value, as typing does. */
export const fill = (place: Place, selector: string, value: string): Promise<boolean> =>
  until(`${selector} to be filled`, () =>
    place.run(
      ([which, words]) => {
        const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(which);
        if (!field) return false;
        field.value = words;
        field.dispatchEvent(new Event('input', { bubbles: true }));
        return true;
      },
      [selector, value] as const,
    ),
  );

/** Presses a button of a page of ours, once it is there. */
export const press = (place: Place, selector: string): Promise<boolean> =>
  until(`${selector} to be there`, () =>
    place.run((which) => {
      const button = document.querySelector<HTMLElement>(which);
      // A click on a button that is switched off for the moment would be lost.
      if (!button || button.matches(':disabled')) return false;
      button.click();
      return true;
    }, selector),
  );

/** Turns the popup's switch of marks, once it shows the other way. */
export const turnMarks = (popup: Tab, on: boolean): Promise<boolean> =>
  until(`the switch to be turned ${on ? 'on' : 'off'}`, () =>
    popup.run((wanted) => {
      const box = document.querySelector<HTMLInputElement>('[data-do="marks"]');
      if (!box || box.checked === wanted) return false;
      box.click();
      return true;
    }, on),
  );

/** One page of ours for each browser, from which the steps below ask; an update takes it away. */
const askers = new WeakMap<Driver, Tab>();

/** Runs in a page of ours, which may use the extension's own interfaces. */
export async function inOurs<T, A>(
  driver: Driver,
  action: (argument: A) => T | Promise<T>,
  argument: A,
): Promise<T> {
  const open = async () => {
    const tab = await driver.openOurs('popup.html?tab=0');
    askers.set(driver, tab);
    return tab;
  };
  const asker = askers.get(driver) ?? (await open());
  const alive = await asker.run(() => Boolean(chrome.runtime?.id)).catch(() => false);
  return (alive ? asker : await open()).run(action, argument);
}

/** The browser's number of the tab at an address. */
export const tabId = (driver: Driver, address: string): Promise<number> =>
  until(`the tab at ${address}`, () =>
    inOurs(
      driver,
      async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id ?? null,
      address,
    ),
  );

/** The toolbar button's badge for a tab. */
export async function badge(driver: Driver, address: string): Promise<{ text: string; title: string }> {
  const id = await tabId(driver, address);
  return inOurs(
    driver,
    async (tab) => ({
      text: await chrome.action.getBadgeText({ tabId: tab }),
      title: await chrome.action.getTitle({ tabId: tab }),
    }),
    id,
  );
}

/** Asks a tab's reader as one of our own pages does; null where no frame of it answers. */
export async function askReader<T>(
  driver: Driver,
  address: string,
  name: string,
  body: object = {},
): Promise<T> {
  const id = await tabId(driver, address);
  const ask = async ([tab, request]: readonly [number, object]) => {
    const frames = await chrome.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      func: () => 0,
    });
    for (const { frameId } of frames) {
      const reply = await chrome.tabs.sendMessage(tab, request, { frameId }).catch(() => undefined);
      if (reply && 'ok' in reply) return reply.ok;
    }
    return null;
  };
  return (await inOurs(driver, ask, [id, { list: 'reader', name, body }] as const)) as T;
}

/** What a file button of one of our own pages would save, caught instead of written to disk. */
export async function savedBy(tab: Tab, selector: string): Promise<{ name: string; text: string }> {
  await tab.run(() => {
    const caught = globalThis as { caught?: { name: string; text: Promise<string> } };
    delete caught.caught;
    const make = URL.createObjectURL.bind(URL);
    let last: Blob | null = null;
    URL.createObjectURL = (blob: Blob) => {
      last = blob;
      return make(blob);
    };
    HTMLAnchorElement.prototype.click = function () {
      if (this.download && last) caught.caught = { name: this.download, text: last.text() };
    };
  });
  await until(`${selector} to be there`, () =>
    tab.run((s) => {
      const button = document.querySelector<HTMLButtonElement>(s);
      if (!button || button.disabled) return false;
      button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return true;
    }, selector),
  );
  return until('the file', () =>
    tab.run(async () => {
      const { caught } = globalThis as { caught?: { name: string; text: Promise<string> } };
      return caught ? { name: caught.name, text: await caught.text } : null;
    }),
  );
}
