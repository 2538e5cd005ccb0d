/**
 * Something the reader can be told: a key of the locales and its arguments. It stands in a file of
 * its own, so that rooms which know no browser can say what is wrong too.
 */
export class Problem extends Error {
  readonly key: string;
  readonly args: string[];
  constructor(key: string, ...args: string[]) {
    super(`${key} ${args.join(' ')}`);
    this.key = key;
    this.args = args;
  }
}
