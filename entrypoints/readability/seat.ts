/** Where the script leaves its function, in the world of our content scripts, which the page can't see. */
export const SEAT = Symbol.for('zhupi.readable-body');

export type World = { [SEAT]?: (document: Document) => Element | null };
