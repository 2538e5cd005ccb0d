/** Something wrong with the question itself, to be said in one sentence. */
export class Mistake extends Error {}

/** All that is wrong with the files, so that a person can mend it in one go. */
export class Troubles extends Error {
  readonly list: readonly string[];
  constructor(list: readonly string[]) {
    super(list.join('\n'));
    this.list = list;
  }
}

/** Takes something that is wrong and where: a file, or a file and a line. */
export type Complain = (where: string, what: string) => void;
