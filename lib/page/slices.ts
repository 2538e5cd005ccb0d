/** Runs what is made in slices to its end, in one go. */
export function finish<T>(slices: Generator<undefined, T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
