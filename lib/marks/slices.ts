/** Milliseconds of work after which the page gets its turn: a frame lasts 16. */
const SLICE = 8;

/** Lets the page and the browser do what they have to, then goes on. */
export function breathe(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: { yield?: () => Promise<void> } };
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * A line of work done in slices.
 *
 * @param Job what stands in the line
 */
export class Slices<Job> {
  readonly #work: (job: Job, more: () => boolean) => boolean;
  #line: Job[] = [];
  #running = false;

  /**
   * @param work does a job, or a part of it while `more()` says that there is time; true when the job
   *   is done
   */
  constructor(work: (job: Job, more: () => boolean) => boolean) {
    this.#work = work;
  }

  add(jobs: readonly Job[]): void {
    this.#line.push(...jobs);
    if (!this.#running) void this.#run();
  }

  stop(): void {
    this.#line = [];
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#line.length > 0) {
        this.#slice();
        if (this.#line.length > 0) await breathe();
      }
    } finally {
      this.#running = false;
    }
  }

  #slice(): void {
    const end = performance.now() + SLICE;
    const more = () => performance.now() < end;
    do {
      const job = this.#line[0] as Job;
      if (this.#work(job, more)) this.#line.shift();
    } while (this.#line.length > 0 && more());
  }
}
