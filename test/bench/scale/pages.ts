import { fingerprint } from '../../../lib/catalogue/fingerprint.ts';
import type { Fingerprints } from '../../../lib/catalogue/types.ts';
import { plainInput } from '../../../lib/reading/plain.ts';
import { read } from '../../../lib/reading/read.ts';
import type { DocumentPart } from '../../../lib/reading/types.ts';
import { inCatalogue, KEPT_OUT, made, randomFrom } from './made.ts';

/** A page as the background gets it. */
export interface AskedPage {
  /** The catalogue id of what it carries, or would have if the catalogue had it. */
  id: string;
  part: DocumentPart;
  fingerprints: Fingerprints;
}

export const VARIANTS = [
  'as published',
  'first half only',
  '5 % of characters changed',
  'no number on the page',
  'another title on the page',
  'not in the catalogue',
  'not in the catalogue, no number',
] as const;
export type Variant = (typeof VARIANTS)[number];

/** Pages that carry made documents, spread over a catalogue of `size`, read as the extension reads a text. */
export function madePages(size: number, variant: Variant, count: number): AskedPage[] {
  return Array.from({ length: count }, (_, k) => {
    const place = Math.floor(((k + 0.5) * size) / count);
    const known = inCatalogue(place);
    // The nearest one that was kept out: its family is in the catalogue.
    const absent = Math.floor(known / KEPT_OUT) * KEPT_OUT + KEPT_OUT - 1;
    const document = variant.startsWith('not in') ? absent : known;
    const { entry, text } = made(document);
    const page = changed(text, variant, document);
    const findings = read(plainInput(page));
    const part = findings.documents[findings.main];
    if (!part) throw new Error(`nothing read of ${entry.title}`);
    return { id: entry.id, part, fingerprints: fingerprint(page) };
  });
}

function changed(text: string, variant: Variant, seed: number): string {
  const lines = text.split('\n');
  if (variant === 'first half only') return lines.slice(0, Math.ceil(lines.length / 2)).join('\n');
  if (variant.endsWith('no number') || variant === 'no number on the page')
    return lines.filter((_, at) => at !== 1).join('\n');
  if (variant === 'another title on the page')
    return ['关于公布一份文件的通知', ...lines.slice(1)].join('\n');
  if (variant !== '5 % of characters changed') return text;
  const random = randomFrom(9, seed);
  const [title, number, ...rest] = lines;
  const body = rest.join('\n').replace(/[^\s。]/g, (char) => (random() < 0.05 ? '某' : char));
  return [title, number, body].join('\n');
}
