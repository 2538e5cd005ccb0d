import type * as v from 'valibot';
import type { toReader } from '../../lib/messages/lists.ts';

type Bodies = { [Name in keyof typeof toReader]: v.InferOutput<(typeof toReader)[Name]> };

/** Whether a body is one that a message may have; then what is not in its list is not looked at. */
type Check<Body> = (body: Partial<Record<keyof Body, unknown>>) => boolean;

const any = () => true;

/**
 * What `toReader` says of each message, in few words: the library that holds the others to their lists is too
 * large to be loaded by every page, and only our own background and pages speak to a reader. An id is any string
 * here: one that no note has finds none.
 */
const checks: { [Name in keyof Bodies]: Check<Bodies[Name]> } = {
  'reader/state': any,
  'reader/goto': ({ start, end }) => isOffset(start) && isOffset(end),
  'reader/goto-note': ({ id }) => typeof id === 'string',
  'reader/place-note': ({ id, at }) => typeof id === 'string' && (at === 'found' || at === 'selection'),
  'reader/marks': ({ on }) => typeof on === 'boolean',
  'reader/settings-changed': any,
  'reader/ask-again': any,
  'reader/step': ({ by }) => by === 1 || by === -1,
  'reader/write': any,
  'reader/highlight': any,
  'reader/cite': any,
  'reader/notes-changed': any,
  'reader/glossary-changed': any,
  'reader/editor-closed': ({ token }) => typeof token === 'string',
  'frame/facts': any,
};

export type Name = keyof Bodies;
export type { Bodies };

/** Whether there is a message of this name. */
export function isName(name: unknown): name is Name {
  return typeof name === 'string' && Object.hasOwn(checks, name);
}

/** Whether a message of this name may have this body. */
export function isBody<N extends Name>(name: N, body: unknown): body is Bodies[N] {
  return typeof body === 'object' && body !== null && checks[name](body);
}

function isOffset(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
