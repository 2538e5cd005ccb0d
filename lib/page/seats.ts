/** A text node and the raw offset at which it stood when it was last seen. */
export interface Seat {
  node: Text;
  start: number;
  length: number;
}

/** Text nodes that share a chunk: few enough that mending one is cheap, many enough that there are few. */
const CHUNK = 64;

/** The last index whose value, by `startOf`, is at most `at`; 0 where none is. */
function lastUpTo(count: number, startOf: (index: number) => number, at: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (startOf(middle) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * Which live text node holds which part of the raw text, in order. Kept in chunks with fixed borders,
 * so that new seats in one place move nothing elsewhere. Where nodes were joined over a border, both
 * chunks hold the seat.
 */
export class Seats {
  /** Raw offsets at which the chunks begin, and the end. */
  #borders: number[] = [0];
  #chunks: Seat[][] = [];

  /** Adds a seat behind all others. */
  add(seat: Seat): void {
    const last = this.#chunks.at(-1);
    if (last && last.length < CHUNK) last.push(seat);
    else this.#chunks.push([seat]);
    this.#borders[this.#chunks.length - 1] ??= seat.start;
    this.#borders[this.#chunks.length] = seat.start + seat.length;
  }

  #chunkAt(at: number): number {
    return lastUpTo(this.#chunks.length, (i) => this.#borders[i] as number, at);
  }

  /** The last seat that begins at or before a raw offset. O(log n). */
  at(raw: number): Seat | null {
    const chunk = this.#chunks[this.#chunkAt(raw)] ?? [];
    return chunk[lastUpTo(chunk.length, (i) => (chunk[i] as Seat).start, raw)] ?? null;
  }

  /** That seat and those before it, backwards. */
  *backFrom(raw: number): Generator<Seat> {
    for (let c = this.#chunkAt(raw); c >= 0; c--) {
      const chunk = this.#chunks[c] ?? [];
      for (let i = chunk.length - 1; i >= 0; i--) {
        const seat = chunk[i] as Seat;
        if (seat.start <= raw) yield seat;
      }
    }
  }

  /** Puts new seats in the place of all that lie between two raw offsets. */
  replace(seats: readonly Seat[], from: number, to: number): void {
    const first = this.#chunkAt(from);
    for (let c = first; c < this.#chunks.length; c++) {
      const [begin, end] = [this.#borders[c] as number, this.#borders[c + 1] as number];
      if (begin >= to && c > first) break;
      const old = this.#chunks[c] as Seat[];
      const before = old.filter((seat) => seat.start < from && seat.start + seat.length <= from);
      const fresh = seats.filter((seat) => seat.start < end && seat.start + seat.length > begin);
      this.#chunks[c] = [...before, ...fresh, ...old.filter((seat) => seat.start >= to)];
    }
  }
}
