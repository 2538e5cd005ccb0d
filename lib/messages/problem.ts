/**
 * Something the reader can be told: a key of the locales and its arguments. It stands in a file of
 * its own, so that rooms which know no browser can say what is wrong too.
 */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly key: string;
  readonly args: string[];
  constructor(key: string, ...args: string[]) {
    super(`${key} ${args.join(' ')}`);
    this.key = key;
    this.args = args;
  }
}

/**
 * Whether an error is a problem, also one that another script of ours in the same page has thrown: each
 * script has a class of its own.
 */
export function isProblem(error: unknown): error is Problem {
  return error instanceof Error && error.name === 'Problem';
}
