/**
 * One way to drive both browsers, so that every specification runs word for word in each.
 * Functions handed to a page run there: they may use nothing from outside but their argument.
 */
export interface Driver {
  readonly name: 'chromium' | 'firefox';
  /** A tab at an address. Resolves when the page's load event has fired. */
  open(address: string): Promise<Tab>;
  /** One of our own pages as a tab, such as `library.html` or `sidepanel.html?tab=3`. */
  openOurs(path: string): Promise<Tab>;
  /** Takes the extension away and loads it again under the open tabs, as an update does. */
  updateExtension(): Promise<void>;
  close(): Promise<void>;
}

export type Key = 'Enter' | 'Escape' | 'Tab' | 'ArrowDown' | 'Shift+Tab' | 'Control+Enter' | 'Control+v';

export interface Tab {
  goto(address: string): Promise<void>;
  reload(): Promise<void>;
  /** Brings the tab to the front. */
  focus(): Promise<void>;
  run<T, A = undefined>(action: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
  /** Runs in the page with the closed shadow root of our UI, or null where there is none. */
  runInUi<T, A = undefined>(action: (root: ShadowRoot | null, argument: A) => T, argument?: A): Promise<T>;
  click(x: number, y: number): Promise<void>;
  /** Presses the mouse at one place and lets go at another. */
  drag(from: Point, to: Point): Promise<void>;
  press(key: Key): Promise<void>;
  type(text: string): Promise<void>;
  /** A frame inside the tab whose address contains `part`, once it is there. */
  frame(part: string): Promise<Frame>;
  screenshot(path: string): Promise<void>;
  /** Uncaught errors and console errors of the page and of our scripts in it. */
  readonly errors: string[];
  close(): Promise<void>;
}

export interface Frame {
  run<T, A = undefined>(action: (argument: A) => T | Promise<T>, argument?: A): Promise<T>;
}

export interface Point {
  x: number;
  y: number;
}

/**
 * Asks until the answer is truthy. The tests never sleep for a fixed time; this is their only way to wait.
 * @throws Error naming `what` when it did not come true within `within` milliseconds
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T>,
  within = 30_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + within;
  let last: unknown;
  for (;;) {
    try {
      last = await ask();
      if (last) return last as NonNullable<T>;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`waited in vain for: ${what} (last: ${String(last)})`);
    await new Promise((done) => setTimeout(done, 40));
  }
}
