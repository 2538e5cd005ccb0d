import type { Simplify } from '../../lib/notes/script.ts';

/** Where the script leaves its function, in the world of our content scripts, which the page can't see. */
export const SEAT = Symbol.for('zhupi.simplify');

export type World = { [SEAT]?: Simplify };
