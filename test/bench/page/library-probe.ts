/** What is measured inside the library page. */
export interface Seen {
  /** Milliseconds since the navigation began until the first notes were painted, and until all can be searched. */
  rows: number | null;
  ready: number | null;
  /** Tasks of more than 50 ms so far; where the browser does not tell them, gaps between two beats. */
  tasks: number[];
}

/** What the page answers. */
export interface Probe {
  seen(): Seen;
  /** Since the last change of the search field until the first screen of what it found was painted; null where nothing was typed. */
  answered(): number | null;
}

/**
 * Put into the page before anything of its own runs; uses nothing from outside.
 *
 * What changes the page counts as painted in the first task after the next frame.
 */
export function startProbe(): void {
  // Also runs in the empty document that a tab begins with.
  if (!location.pathname.endsWith('/library.html')) return;
  const seen: Seen = { rows: null, ready: null, tasks: [] };
  let typed: number | null = null;
  let answered: number | null = null;
  let shown = '';
  /** What of the answer stands on the first screen. */
  const screen = () =>
    [...document.querySelectorAll('[data-note]')]
      .slice(0, 6)
      .map((card) => card.getAttribute('data-note'))
      .concat(document.querySelector('[role="status"]')?.textContent ?? '')
      .join(' ');
  const painted = (then: (moment: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now());
      channel.port2.postMessage(null);
    });
  const look = () => {
    const beganAt = typed;
    painted((moment) => {
      const now = screen();
      if (beganAt !== null && beganAt === typed && (answered === null || now !== shown))
        answered = moment - beganAt;
      shown = now;
      if (seen.rows === null && document.querySelector('[data-note]')) {
        seen.rows = moment;
        performance.mark('zhupi-rows');
      }
      if (seen.ready === null && document.querySelector('[data-ready="true"]')) {
        seen.ready = moment;
        performance.mark('zhupi-ready');
      }
    });
  };
  new MutationObserver(look).observe(document, {
    ...{ subtree: true, childList: true, characterData: true },
    ...{ attributes: true, attributeFilter: ['data-ready', 'data-note'] },
  });
  addEventListener(
    'input',
    () => {
      typed = performance.now();
      answered = null;
      look();
    },
    true,
  );
  if (PerformanceObserver.supportedEntryTypes.includes('longtask')) {
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  } else {
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      if (now - last > 60) seen.tasks.push(now - last - 10);
      last = now;
    }, 10);
  }
  look();
  const probe: Probe = { seen: () => seen, answered: () => answered };
  Object.assign(globalThis, { zhupiProbe: probe });
}
