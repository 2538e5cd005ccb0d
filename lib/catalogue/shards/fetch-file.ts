import { CatalogueError } from '../format.ts';

/** A server that says nothing for so long is not waited for, in milliseconds. */
export const PATIENCE = 10_000;

/** How a file is asked for: `fetch`, or a stand-in. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/**
 * Asks a server for one file: without cookies, without saying where we come from, not following it
 * elsewhere, and not reading on where it sends more than the file can have.
 *
 * @param most bytes that the file has at most
 * @throws CatalogueError with what went wrong
 */
export async function fetchFile(
  fetch: Fetch,
  address: string,
  most: number,
  patience = PATIENCE,
): Promise<Uint8Array> {
  const name = address.slice(address.lastIndexOf('/') + 1);
  const signal = AbortSignal.timeout(patience);
  try {
    const answer = await fetch(address, {
      signal,
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
    refuseOdd(answer, name);
    return await readUpTo(answer, most, name);
  } catch (error) {
    if (error instanceof CatalogueError) throw error;
    throw new CatalogueError(signal.aborted ? 'problemShardTimeout' : 'problemShardUnreachable');
  }
}

function refuseOdd(answer: Response, name: string): void {
  const { status, type, headers } = answer;
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    throw new CatalogueError('problemShardRedirect');
  if (status === 404 || status === 410) throw new CatalogueError('problemShardMissing', name);
  if (status !== 200) throw new CatalogueError('problemShardStatus', String(status));
  if (/^text\/html/i.test(headers.get('content-type') ?? '')) throw new CatalogueError('problemShardHtml');
}

async function readUpTo(answer: Response, most: number, name: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > most) {
      await reader?.cancel();
      throw new CatalogueError('problemShardHuge', name);
    }
    parts.push(part.value);
  }
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
