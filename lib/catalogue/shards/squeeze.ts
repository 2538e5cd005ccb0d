import { deflateSync, inflateSync } from 'fflate';
import { CatalogueError } from '../format.ts';
import { MOST_FILE } from './layout.ts';

/**
 * Compresses (raw deflate, after 4 bytes of the length unfolded).
 *
 * By a library and not by the platform's streams: those come in many small steps, which cost a worker that
 * has just started more than the unfolding itself.
 */
export function squeeze(bytes: Uint8Array): Uint8Array {
  const small = deflateSync(bytes, { level: 9 });
  const out = new Uint8Array(4 + small.length);
  new DataView(out.buffer).setUint32(0, bytes.length, true);
  out.set(small, 4);
  return out;
}

/**
 * The other way round.
 *
 * @throws CatalogueError for what is not compressed, or would be larger than any file of ours unfolded
 */
export function unsqueeze(bytes: Uint8Array): Uint8Array {
  const broken = new CatalogueError('problemShardBroken');
  if (bytes.length < 4) throw broken;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  if (length > MOST_FILE) throw broken;
  let out: Uint8Array;
  try {
    // A buffer that is one byte too long: what is too much shows, and goes no further.
    out = inflateSync(bytes.subarray(4), { out: new Uint8Array(length + 1) });
  } catch {
    throw broken;
  }
  if (out.length !== length) throw broken;
  return out;
}
