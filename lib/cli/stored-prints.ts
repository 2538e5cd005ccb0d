import type { Print } from '../catalogue/format.ts';

/**
 * `assets/catalogue/prints.json`: the fingerprints of the documents of `known.json`, so that a build needs
 * no text. Little-endian numbers in base64; see `format.ts` for what they are.
 */
export type StoredPrints = Record<string, { grams: string; hashes: string; nears: string }>;

/**
 * The fingerprints of some documents, in their order.
 *
 * @throws Error where a document has none
 */
export function storedPrints(stored: StoredPrints, ids: readonly string[]): Print[] {
  return ids.map((id) => {
    const print = stored[id];
    if (!print) throw new Error(`${id} has no fingerprints: run \`npm run catalogue -- prints FOLDER\``);
    return {
      grams: new Uint32Array(bytesOf(print.grams)),
      hashes: new Uint32Array(bytesOf(print.hashes)),
      nears: new Uint16Array(bytesOf(print.nears)),
    };
  });
}

/** The other way round. */
export function storePrints(ids: readonly string[], prints: readonly Print[]): StoredPrints {
  return Object.fromEntries(
    ids.map((id, i) => {
      const { grams, hashes, nears } = prints[i] as Print;
      return [id, { grams: base64(grams), hashes: base64(hashes), nears: base64(nears) }];
    }),
  );
}

function bytesOf(text: string): ArrayBuffer {
  const bytes = Buffer.from(text, 'base64');
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function base64(numbers: Uint32Array | Uint16Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}
