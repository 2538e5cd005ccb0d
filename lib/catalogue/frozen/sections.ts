import { CatalogueError } from '../format.ts';

/**
 * A file of numbered sections, each a row of numbers or of bytes, that are used as they lie there: nothing is
 * copied or gone through when it is opened. For files that stay on the machine that wrote them.
 *
 * | bytes | what |
 * | --- | --- |
 * | 8 | magic letters, which name the version too |
 * | 4 | number of sections N |
 * | N × 4 | bytes of each |
 * | … | the sections, each from a multiple of 4 on |
 */
export type Section = Uint8Array | Uint16Array | Uint32Array;

const padded = (length: number) => (length + 3) & ~3;

/** Writes sections. @param magic eight letters */
export function writeSections(magic: string, sections: readonly Section[]): Uint8Array {
  const head = 12 + sections.length * 4;
  const length = sections.reduce((sum, { byteLength }) => sum + padded(byteLength), head);
  const out = new Uint8Array(length);
  const words = new Uint32Array(out.buffer);
  out.set(new TextEncoder().encode(magic));
  words[2] = sections.length;
  let at = head;
  sections.forEach((section, k) => {
    words[3 + k] = section.byteLength;
    out.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), at);
    at += padded(section.byteLength);
  });
  return out;
}

/** The sections of a file, one after the other. */
export interface Sections {
  bytes(): Uint8Array;
  shorts(): Uint16Array;
  words(): Uint32Array;
}

/** Opens a file of sections. @throws CatalogueError where it is another, or was cut */
export function openSections(magic: string, file: Uint8Array): Sections {
  // Numbers can only be looked at in place from a multiple of 4 on.
  const whole = file.byteOffset % 4 === 0 ? file : file.slice();
  const { buffer, byteOffset, length } = whole;
  const broken = () => new CatalogueError('problemCatalogueBroken');
  if (length < 12 || new TextDecoder('latin1').decode(whole.subarray(0, 8)) !== magic) throw broken();
  const count = new Uint32Array(buffer, byteOffset + 8, 1)[0] ?? 0;
  if (12 + count * 4 > length) throw broken();
  const sizes = new Uint32Array(buffer, byteOffset + 12, count);
  const end = sizes.reduce((sum, size) => sum + padded(size), 12 + count * 4);
  if (end !== length) throw broken();
  let next = 0;
  let at = byteOffset + 12 + count * 4;
  const take = () => {
    const size = sizes[next++];
    if (size === undefined) throw broken();
    const from = at;
    at += padded(size);
    return [from, size] as const;
  };
  return {
    bytes: () => new Uint8Array(buffer, ...take()),
    shorts: () => {
      const [from, size] = take();
      return new Uint16Array(buffer, from, size / 2);
    },
    words: () => {
      const [from, size] = take();
      return new Uint32Array(buffer, from, size / 4);
    },
  };
}
