import type { Session as ReaderSession } from '../reader/session.ts';
import type { Surface } from './surface.tsx';

export type { Text } from '../reader/session.ts';

/** What the page's reader shares with what it shows, and what that shows it on. */
export interface Session extends ReaderSession {
  readonly surface: Surface;
}
