/** This computer's own names: for a catalogue that the reader serves to themselves. */
const OWN = new Set(['localhost', '127.0.0.1']);

/** An address of a catalogue, or why it is none: a key of the locales. */
export type ShardAddress =
  | { address: string; pattern: string }
  | { wrong: 'shardsWrongAddress' | 'shardsNotSafe' };

/**
 * Reads the address of a catalogue as a reader types it: the folder, or the manifest in it.
 *
 * @returns the address with a slash at its end, and the browser's pattern for asking to reach it; only
 *   https is taken, since others on the way could read what is asked, and http on this computer
 */
export function shardAddress(typed: string): ShardAddress {
  const text = typed.trim();
  const full = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || text.length > 2000 || !URL.canParse(full)) return { wrong: 'shardsWrongAddress' };
  const url = new URL(full);
  if (url.username || url.password || url.search || url.hash || !url.hostname)
    return { wrong: 'shardsWrongAddress' };
  const isOwn = url.protocol === 'http:' && OWN.has(url.hostname);
  if (url.protocol !== 'https:' && !isOwn) return { wrong: 'shardsNotSafe' };
  const folder = url.pathname.replace(/catalogue\.zhupi$/, '').replace(/\/*$/, '/');
  // Firefox takes no port in a pattern.
  return { address: `${url.origin}${folder}`, pattern: `${url.protocol}//${url.hostname}/*` };
}
