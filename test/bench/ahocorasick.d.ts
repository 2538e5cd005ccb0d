/** The package has no types of its own. */
declare module 'ahocorasick' {
  export default class AhoCorasick {
    constructor(words: string[]);
    /** The words that end at each place. */
    search(text: string): [end: number, words: string[]][];
  }
}
