import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const SIZES = [16, 32, 48, 96, 128] as const;

/** At 16 and 32 pixels the seal's inner frame turns to mud, so they have a drawing of their own. */
const drawingFor = (size: number) => (size <= 32 ? 'seal-small.svg' : 'seal.svg');

/**
 * Renders the seal into PNG files under `.cache/icon`, for WXT to copy into the build.
 *
 * @returns a public asset for each size; WXT finds icons by the name `icon/SIZE.png`
 */
export async function renderIcons(): Promise<{ absoluteSrc: string; relativeDest: string }[]> {
  const folder = resolve('.cache/icon');
  await mkdir(folder, { recursive: true });
  return Promise.all(
    SIZES.map(async (size) => {
      const svg = await readFile(resolve('assets/icons', drawingFor(size)), 'utf8');
      const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
      const absoluteSrc = join(folder, `${size}.png`);
      await writeFile(absoluteSrc, png);
      return { absoluteSrc, relativeDest: `icon/${size}.png` };
    }),
  );
}
