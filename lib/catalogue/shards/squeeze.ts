import { CatalogueError } from '../format.ts';
import { MOST_FILE } from './layout.ts';

/** Compresses (raw deflate, by the platform's own). */
export async function squeeze(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * The other way round.
 *
 * @throws CatalogueError for what is not compressed, or is larger than any file of ours unfolded
 */
export async function unsqueeze(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    const reader = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > MOST_FILE) {
        await reader.cancel();
        break;
      }
      parts.push(part.value);
    }
  } catch {
    throw new CatalogueError('problemShardBroken');
  }
  if (length > MOST_FILE) throw new CatalogueError('problemShardBroken');
  const out = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new Blob([bytes as Uint8Array<ArrayBuffer>]).stream();
}
