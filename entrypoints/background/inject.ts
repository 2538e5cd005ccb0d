import browser from 'webextension-polyfill';

/** Set in the world of our scripts in a document (which the page can't see) once a reader was injected. */
const MARK = 'zhupi.injected';

/** What is found in a frame before anything is injected. */
export interface Probe {
  /** The browser's id of the document; null where it does not tell. */
  document: string | null;
  /** A reader was injected into this very document. */
  injected: boolean;
}

/** Looks into a frame. @returns null where it is gone, or we may not enter it */
export async function probe(tab: number, frame: number): Promise<Probe | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [frame] },
      func: (mark: string) => Reflect.get(globalThis, Symbol.for(mark)) === true,
      args: [MARK],
    });
    if (!result) return null;
    const { documentId } = result as { documentId?: string };
    return { document: documentId ?? null, injected: result.result === true };
  } catch {
    return null;
  }
}

/**
 * Injects the reader into one frame. A reader that is there already is taken over by the new one.
 *
 * @returns false where the frame is gone, or we may not enter it
 */
export async function inject(tab: number, frame: number): Promise<boolean> {
  const target = { tabId: tab, frameIds: [frame] };
  try {
    // The script's own promise is not waited for: it talks to the background, which may be busy here.
    browser.scripting.executeScript({ target, files: ['/reader.js'] }).catch(() => undefined);
    await browser.scripting.executeScript({
      target,
      func: (mark: string) => {
        Reflect.set(globalThis, Symbol.for(mark), true);
      },
      args: [MARK],
    });
    return true;
  } catch {
    return false;
  }
}

/** Injects what only some pages need into the frame of a reader that asks for it. @throws where the frame is gone */
export async function injectMore(
  tab: number,
  frame: number,
  file: '/readability.js' | '/simplified.js' | '/page-ui.js',
): Promise<null> {
  const target = { tabId: tab, frameIds: [frame] };
  await browser.scripting.executeScript({ target, files: [file] });
  return null;
}

/** A frame's address and how much text it shows. */
export interface FrameText {
  frame: number;
  url: string;
  length: number;
}

/** How much text the frames of a tab show that we may enter. @throws where we may not enter the tab */
export async function measureFrames(tab: number): Promise<FrameText[]> {
  const results = await browser.scripting.executeScript({
    target: { tabId: tab, allFrames: true },
    func: () => ({ url: location.href, length: document.body?.innerText?.length ?? 0 }),
  });
  return results.flatMap(({ frameId, result }) => {
    const { url, length } = (result ?? {}) as Partial<FrameText>;
    if (typeof url !== 'string' || typeof length !== 'number') return [];
    return [{ frame: frameId, url, length }];
  });
}

/** Waits until a tab's page has loaded with its frames; ends at once where we may not enter it. */
export async function untilLoaded(tab: number): Promise<void> {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab },
      func: () =>
        document.readyState === 'complete' ||
        new Promise((resolve) => addEventListener('load', () => resolve(true), { once: true })),
    });
  } catch {
    // Then nobody will tell, and what is known must do.
  }
}
