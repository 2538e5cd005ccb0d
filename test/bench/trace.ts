import type { CDPSession } from '@playwright/test';

/** What one script did on the main thread. Milliseconds. */
export interface ScriptTime {
  total: number;
  /** The longest stretch without a return to the page or to the browser. */
  longest: number;
}

/** Microseconds between two samples. */
const SAMPLE = 200;

/**
 * Samples the main thread while `work` runs and adds up the time in which a function of the script
 * whose address ends in `file` was on the stack, whatever it called (layout that it forces included).
 * Sampling sees what follows an `await` too, which a trace of function calls does not name.
 */
export async function scriptTime(
  cdp: CDPSession,
  file: string,
  work: () => Promise<void>,
): Promise<ScriptTime> {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: SAMPLE });
  await cdp.send('Profiler.start');
  await work();
  const { profile } = await cdp.send('Profiler.stop');
  const parents = new Map<number, number>();
  const ours = new Set<number>();
  for (const node of profile.nodes) {
    for (const child of node.children ?? []) parents.set(child, node.id);
    if (node.callFrame.url.endsWith(file)) ours.add(node.id);
  }
  const isOurs = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined; at = parents.get(at))
      if (ours.has(at)) return true;
    return false;
  };
  const collector = new Set(
    profile.nodes.filter((n) => n.callFrame.functionName === '(garbage collector)').map((n) => n.id),
  );
  let total = 0;
  let longest = 0;
  let stretch = 0;
  let last = false;
  (profile.samples ?? []).forEach((id, i) => {
    const time = profile.timeDeltas?.[i + 1] ?? 0;
    // The collector works for whoever ran before it.
    last = collector.has(id) ? last : isOurs(id);
    stretch = last ? stretch + time : 0;
    total += last ? time : 0;
    longest = Math.max(longest, stretch);
  });
  return { total: total / 1000, longest: longest / 1000 };
}
