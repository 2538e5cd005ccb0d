import type { Runtime } from 'webextension-polyfill';

/** Answers a message some time, or leaves it to others. */
type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;
type Native = Parameters<typeof chrome.runtime.onMessage.addListener>[0];

const listening = new Map<Listener, Native>();

/**
 * What webextension-polyfill does for the scripts that run in a page, in a tenth of its size: of the browser
 * they need no more than this, every page would load the rest, and all browsers of ours promise answers by
 * themselves. The build of these scripts puts it in the library's place. It is asked anew each time, since
 * an update of the extension takes the connection away.
 */
const slim = {
  runtime: {
    /** Undefined when the extension is gone. */
    get id(): string | undefined {
      return chrome.runtime?.id;
    },
    getURL: (path: string): string => chrome.runtime.getURL(path),
    sendMessage: (message: unknown): Promise<unknown> => chrome.runtime.sendMessage(message),
    onMessage: {
      addListener(listener: Listener): void {
        const native: Native = (message, sender, reply) => {
          const answer = listener(message, sender as Runtime.MessageSender);
          answer?.then(reply);
          // Keeps the way for an answer open.
          return answer !== undefined;
        };
        listening.set(listener, native);
        chrome.runtime.onMessage.addListener(native);
      },
      removeListener(listener: Listener): void {
        const native = listening.get(listener);
        if (native) chrome.runtime.onMessage.removeListener(native);
        listening.delete(listener);
      },
    },
  },
  i18n: {
    getMessage: (key: string, args: string[]): string => chrome.i18n.getMessage(key, args),
  },
};

export default slim;
