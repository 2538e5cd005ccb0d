import type { CDPSession } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args: { data?: { url?: string; functionName?: string; stackTrace?: { url: string }[] } };
}

/** What one script did on the main thread. Milliseconds. */
export interface ScriptTime {
  total: number;
  /** The longest stretch without a return to the page. */
  longest: number;
}

/**
 * Records while `work` runs and adds up the main thread's time in the script whose address ends in
 * `file`: compiling, running, and every call into it, outermost events only.
 */
export async function scriptTime(
  cdp: CDPSession,
  file: string,
  work: () => Promise<void>,
): Promise<ScriptTime> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]));
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'v8.execute', 'disabled-by-default-v8.compile'],
    },
  });
  await work();
  const done = new Promise<void>((resolve) => cdp.once('Tracing.tracingComplete', () => resolve()));
  await cdp.send('Tracing.end');
  await done;
  cdp.off('Tracing.dataCollected', collect);
  const ours = events
    .filter((event) => event.ph === 'X' && event.dur !== undefined && event.args.data?.url?.endsWith(file))
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  let total = 0;
  let longest = 0;
  let end = Number.NEGATIVE_INFINITY;
  for (const event of ours) {
    const dur = event.dur ?? 0;
    if (event.ts + dur <= end) continue;
    total += dur;
    longest = Math.max(longest, dur);
    end = event.ts + dur;
  }
  return { total: total / 1000, longest: longest / 1000 };
}
