import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { elementsOf, listenTo } from '../lib/page/dom.ts';
import { factsOf } from '../lib/page/facts.ts';
import type { Sight } from '../lib/page/types.ts';
import { sightOf } from '../lib/page/verdict.ts';

/** A child frame speaks up only with a text in it; adverts and search boxes have less. */
const LEAST_IN_CHILD = 300;
/** A frame with less text than this may still be waiting for it. */
const LITTLE = 300;
/** A body that arrives late is waited for so many seconds. */
const LOOKS = 10;

/**
 * Looks at every page of an official site and tells the background which ones are documents or
 * about them. On all others it says nothing, changes nothing and keeps nothing.
 */
export default defineUnlistedScript(() => {
  const isChild = window.top !== window;
  let address = addressNow();
  /** The address has changed without a load: the old text may still stand here for a while. */
  let moved = false;
  /** What was last told; empty where there was nothing to tell, null before the first look. */
  let told: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;
  let answers = false;
  /** Elements on the page at the last look: without new ones there is nothing new to see. */
  let size = 0;
  let isLittle = true;

  const tell = (sight: Sight) => {
    try {
      const sent = runtime()?.sendMessage({ list: 'page', name: 'gate/saw', body: sight });
      // A background that is just being replaced does not answer; the next page will.
      void Promise.resolve(sent).catch(() => undefined);
    } catch {
      stop();
    }
  };

  /** Lets the background ask for this frame's facts, where the text is in a child frame of it. */
  const listen = () => {
    if (answers || isChild) return;
    answers = true;
    runtime()?.onMessage.addListener((message: unknown, _sender, reply: (answer: unknown) => void) => {
      if (isAskingForFacts(message)) reply({ ok: factsOf(document, location.href) });
    });
  };

  /** @returns whether the frame still has little text */
  const look = (): boolean => {
    const now = elementsOf(document, '*').length;
    if (now === size && told !== null && !moved) return isLittle;
    size = now;
    const sight = sightOf(document, location.href);
    isLittle = sight.textLength < LITTLE;
    const speaks = sight.verdict !== 'other' && (!isChild || sight.textLength > LEAST_IN_CHILD);
    const saying = speaks
      ? `${address} ${sight.verdict} ${sight.kind} ${moved ? sight.textLength : isLittle}`
      : '';
    // Of a page that is neither nothing is said, but where an address changed without a load.
    const isNews = saying !== (told ?? '');
    told = saying;
    if (isNews && (speaks || moved)) {
      tell(speaks ? sight : { ...sight, verdict: 'other' });
    }
    if (speaks || (!isChild && elementsOf(document, 'iframe').length > 0)) listen();
    return isLittle;
  };

  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };

  /** Looks again once a second: while there is little to read, or after a move. */
  const watch = () => {
    stop();
    let left = LOOKS;
    timer = setInterval(() => {
      if (!runtime()) return stop();
      look();
      if (--left <= 0 || !(isLittle || moved)) stop();
    }, 1000);
  };

  const begin = () => {
    const onLoad = () => {
      if (look()) watch();
    };
    // An element named readyState would shadow it; then a look at the load is one too many, no more.
    if (document.readyState === 'complete') return onLoad();
    look();
    addEventListener('load', onLoad, { once: true });
  };

  const onMove = () => {
    const now = addressNow();
    if (now === address) return;
    address = now;
    moved = true;
    watch();
  };
  (globalThis as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', onMove);
  addEventListener('popstate', onMove);
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    told = null;
    if (look()) watch();
  });

  if ((document as { prerendering?: boolean }).prerendering === true) {
    listenTo(document, 'prerenderingchange', begin, { once: true });
  } else {
    begin();
  }
});

/** The frame's address; a change of its fragment is no other page. */
function addressNow(): string {
  return location.href.split('#', 1)[0] as string;
}

/** The extension's messages; null after an update, when this script is an orphan whose `runtime` has lost its id. */
function runtime(): typeof chrome.runtime | null {
  return globalThis.chrome?.runtime?.id ? chrome.runtime : null;
}

function isAskingForFacts(message: unknown): boolean {
  return (message as { name?: unknown } | null)?.name === 'frame/facts';
}
