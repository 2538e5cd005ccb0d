/** A background that is just starting may not listen yet. */
const TRIES = 3;
const WAIT_MS = 400;

/** Asks something of the background again where it does not answer. @throws what was thrown at last */
export async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = TRIES; ; ) {
    try {
      return await ask();
    } catch (error) {
      if (--left === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  }
}
