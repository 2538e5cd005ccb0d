import { contains, dataOf, isConnected } from './dom.ts';
import { type Seat, Seats } from './seats.ts';
import { nextText, previousText, type Skips } from './walk.ts';

/** A stretch of a live text node. */
export interface Piece {
  node: Text;
  start: number;
  end: number;
}

/** How many seats back a mending may begin, and how far back an unknown node is traced. */
const STEPS_BACK = 12;
const MOST_TRACED = 400;

/**
 * The way between the raw text (the data of all text nodes of the body, one after the other, as they
 * were read) and the live text nodes, which others split, join and replace: our own marks, the font
 * size buttons, read-aloud tools. Nothing is taken on trust: a place is given only when the live
 * characters there equal the raw ones; where a node no longer does, the nodes around it are walked
 * again from the last good one.
 */
export class LiveText {
  #raw = '';
  #parts: string[] = [];
  #length = 0;
  #root: Element;
  #skips: Skips;
  #seats = new Seats();
  #home = new WeakMap<Text, number>();
  /** A walk over the whole body failed: not tried again before `refresh`. */
  #lost = false;

  constructor(root: Element, skips: Skips) {
    this.#root = root;
    this.#skips = skips;
  }

  /** Adds the next text node of the body. @returns the raw offset at which it stands */
  add(node: Text, data: string): number {
    const start = this.#length;
    this.#seats.add({ node, start, length: data.length });
    this.#home.set(node, start);
    this.#parts.push(data);
    this.#length += data.length;
    return start;
  }

  /** The data of all text nodes as they were read. To be asked for when all have been added. */
  get raw(): string {
    if (this.#parts.length > 0) {
      this.#raw += this.#parts.join('');
      this.#parts = [];
    }
    return this.#raw;
  }

  /** Lets a body that could not be walked be walked again, as after the page put its text back. */
  refresh(): void {
    this.#lost = false;
  }

  /**
   * The live places of raw characters.
   *
   * @returns pieces in order that together hold exactly these characters; null where the page has
   *   changed them
   */
  locate(from: number, to: number): Piece[] | null {
    const pieces: Piece[] = [];
    let at = from;
    while (at < to) {
      const seat = this.#seatAt(at, to);
      if (!seat) return null;
      const end = Math.min(to, seat.start + seat.length);
      pieces.push({ node: seat.node, start: at - seat.start, end: end - seat.start });
      at = end;
    }
    return pieces;
  }

  /**
   * The raw offset of a text node's beginning. A node that was not there at the reading is traced back
   * to the nearest one before it that was.
   *
   * @returns null where the node holds nothing that was read
   */
  offsetOf(node: Text): number | null {
    if (this.#isAt(node, this.#home.get(node))) return this.#home.get(node) as number;
    let known: Text | null = node;
    for (let step = 0; known && step < MOST_TRACED; step++) {
      known = previousText(known, this.#root, this.#skips);
      if (known && this.#isAt(known, this.#home.get(known))) break;
    }
    let at = known ? this.#home.get(known) : 0;
    let next = known ?? nextText(this.#root, this.#root, this.#skips, true);
    for (let step = 0; next && at !== undefined && step <= MOST_TRACED; step++) {
      const data = dataOf(next);
      if (!this.raw.startsWith(data, at)) return null;
      if (next === node) {
        this.#home.set(node, at);
        return at;
      }
      at += data.length;
      next = nextText(next, this.#root, this.#skips);
    }
    return null;
  }

  #isOnPage(node: Text): boolean {
    return isConnected(node) && contains(this.#root, node);
  }

  /** Whether a node is on the page and holds what the raw text has from `start` on, or a first part of it. */
  #isAt(node: Text, start: number | undefined): boolean {
    return start !== undefined && this.#isOnPage(node) && this.raw.startsWith(dataOf(node), start);
  }

  /** The seat that holds a raw offset, with its live characters up to `to` checked. */
  #seatAt(at: number, to: number): Seat | null {
    const seat = this.#seats.at(at);
    if (seat && this.#holds(seat, at, to)) return seat;
    if (!this.#mend(at, to)) return null;
    const mended = this.#seats.at(at);
    return mended && this.#holds(mended, at, to) ? mended : null;
  }

  #holds(seat: Seat, at: number, to: number): boolean {
    if (at >= seat.start + seat.length || !this.#isOnPage(seat.node)) return false;
    const data = dataOf(seat.node);
    if (data.length !== seat.length) return false;
    const end = Math.min(to, seat.start + seat.length);
    return data.slice(at - seat.start, end - seat.start) === this.raw.slice(at, end);
  }

  /**
   * Walks the live nodes around a place again and seats them anew, beginning at the nearest node
   * before it that still holds its text, or at the body's beginning.
   */
  #mend(at: number, to: number): boolean {
    let steps = 0;
    for (const seat of this.#seats.backFrom(at)) {
      if (this.#isAt(seat.node, seat.start) && this.#walk(seat.node, seat.start, to)) return true;
      if (++steps >= STEPS_BACK) break;
    }
    if (this.#lost) return false;
    const first = nextText(this.#root, this.#root, this.#skips, true);
    this.#lost = !(first && this.#walk(first, 0, to));
    return !this.#lost;
  }

  /** Seats the live nodes from `node` on, as long as they hold the raw text, at least up to `to`. */
  #walk(node: Text, start: number, to: number): boolean {
    const seats: Seat[] = [];
    let at = start;
    let live: Text | null = node;
    while (live && (at < to || !this.#isBorder(at))) {
      const data = dataOf(live);
      if (!this.raw.startsWith(data, at)) break;
      if (data) seats.push({ node: live, start: at, length: data.length });
      at += data.length;
      live = nextText(live, this.#root, this.#skips);
    }
    if (at < to) return false;
    for (const seat of seats) this.#home.set(seat.node, seat.start);
    this.#seats.replace(seats, start, at);
    return true;
  }

  /** Whether an old seat begins at a raw offset: from there on the old seats can stay. */
  #isBorder(at: number): boolean {
    return at >= this.raw.length || this.#seats.at(at)?.start === at;
  }
}
