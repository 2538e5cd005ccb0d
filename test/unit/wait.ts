import { vi } from 'vitest';

/** Longer than the slowest machine needs: Vitest's own second is not. */
const LONG = { timeout: 15_000 };

/** Waits until a check throws no more. @returns what it gives then */
export const eventually = <T>(check: () => T | Promise<T>): Promise<T> => vi.waitFor(check, LONG);

/** Waits until something is true. */
export const until = <T>(check: () => T | Promise<T>) => vi.waitUntil(check, LONG);
