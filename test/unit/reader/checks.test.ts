import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { isBody, isName, type Name } from '../../../entrypoints/reader/checks.ts';
import { toReader } from '../../../lib/messages/lists.ts';

/** Every body that some message of the list may have, and many that none may. */
const BODIES: unknown[] = [
  ...[undefined, null, 7, 'text', true, []],
  {},
  { start: 1, end: 5 },
  { start: 0, end: 0 },
  ...[{ start: -1, end: 5 }, { start: 1.5, end: 5 }, { start: 1 }, { start: '1', end: '5' }],
  ...[
    { start: 1, end: Number.NaN },
    { start: 1, end: 2 ** 60 },
  ],
  ...[{ on: true }, { on: false }, { on: 1 }],
  ...[{ by: 1 }, { by: -1 }, { by: 2 }, { by: '1' }],
  ...[{ token: 'a' }, { token: 1 }],
  { id: '00000000-0000-4000-8000-000000000001', at: 'found' },
  { id: '00000000-0000-4000-8000-000000000001', at: 'selection' },
  { id: '00000000-0000-4000-8000-000000000001', at: 'elsewhere' },
  { id: 7, at: 'found' },
];

describe('what may be told to a reader', () => {
  it.each(Object.keys(toReader) as Name[])('is checked as its list says: %s', (name) => {
    expect(isName(name)).toBe(true);
    for (const body of BODIES)
      expect([body, isBody(name, body)]).toEqual([body, v.safeParse(toReader[name], body).success]);
  });

  it.each([undefined, 7, 'reader/unheard-of', 'toString', '__proto__'])('has no other names: %s', (name) => {
    expect(isName(name)).toBe(false);
  });
});
