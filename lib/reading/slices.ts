/**
 * Work that can be left and taken up again: it yields wherever a caller may want to let others have their
 * turn, some milliseconds of work apart, and returns its result.
 */
export type Slices<T> = Generator<undefined, T>;

/** Does all of such work in one go. */
export function finish<T>(slices: Slices<T>): T {
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}
