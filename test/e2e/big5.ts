import table from 'opencc-js/dict/STCharacters';

/** Each simplified character's first traditional one. */
const TRADITIONAL = new Map(
  table.split('|').flatMap((pair): [string, string][] => {
    const [from, to] = pair.split(' ');
    return from && to ? [[from, to]] : [];
  }),
);

/** A text in traditional characters, one for one: good enough to be read, not to be published. */
export const inTraditional = (text: string): string =>
  [...text].map((character) => TRADITIONAL.get(character) ?? character).join('');

/** What each character is in Big5, by asking the decoder of every pair of bytes. */
function bytesOfBig5(): Map<string, number[]> {
  const decoder = new TextDecoder('big5');
  const codes = new Map<string, number[]>();
  for (let lead = 0xa1; lead <= 0xf9; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if ([...character].length === 1 && !codes.has(character)) codes.set(character, [lead, trail]);
    }
  }
  return codes;
}

/** A page as the bytes of Big5. What Big5 does not have is written as a reference by number. */
export function toBig5(html: string): Uint8Array {
  const codes = bytesOfBig5();
  const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
  return Uint8Array.from(
    [...html].flatMap((character) =>
      character < '\u0080'
        ? ascii(character)
        : (codes.get(character) ?? ascii(`&#${character.codePointAt(0)};`)),
    ),
  );
}
