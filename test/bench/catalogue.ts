import { fingerprint } from '../../lib/catalogue/fingerprint.ts';
import { IDENTIFICATION_BYTES, SENTENCE_BYTES } from '../../lib/catalogue/format.ts';
import { identify, loadCatalogue, matchText } from '../../lib/catalogue/index.ts';
import { catalogueBytes } from '../../lib/cli/build-catalogue.ts';
import { benchTexts } from './corpus.ts';
import { median, met, ms, type Row } from './measure.ts';

const RUNS = 7;

/** The bundled catalogue: its size, how fast a page is fingerprinted, and how fast it is matched. */
export async function catalogueRows(): Promise<Row[]> {
  const { source, texts } = benchTexts();
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = await catalogueBytes();
  const catalogue = loadCatalogue(bytes);
  const documents = catalogue.prints.length;
  const sentences = catalogue.prints.reduce((sum, print) => sum + print.hashes.length, 0);
  const facts = bytes.length - documents * IDENTIFICATION_BYTES - sentences * SENTENCE_BYTES;
  const making = median(RUNS, () => texts.forEach((text) => void fingerprint(text)));
  const pages = texts.map((text) => ({ fingerprints: fingerprint(text), documents: [] }));
  const loading = median(RUNS, () => void loadCatalogue(bytes));
  const matching = median(RUNS, () => {
    for (const page of pages) identify(catalogue, page.documents, matchText(catalogue, page));
  });
  const speed = length / making / 1000;
  return [
    {
      what: `catalogue of ${documents} documents, ${catalogue.entries.length - documents} more by name`,
      figure: `${bytes.length} bytes: ${IDENTIFICATION_BYTES} a document to identify it, ${Math.round((sentences * SENTENCE_BYTES) / documents)} a document for ${sentences} sentences (${SENTENCE_BYTES} each), ${facts} of facts`,
      against: 'budget 64 bytes a document, 6 a sentence',
      verdict: met(IDENTIFICATION_BYTES <= 64 && SENTENCE_BYTES <= 6),
    },
    {
      what: `fingerprints of ${source}`,
      figure: `${ms(making)}, ${speed.toFixed(1)} M characters/s`,
      against: 'budget 20 M characters/s',
      verdict: met(speed >= 20),
    },
    {
      what: 'matching one of these pages against the catalogue',
      figure: ms(matching / pages.length),
      against: `budget 5 ms; the catalogue is loaded in ${ms(loading)}`,
      verdict: met(matching / pages.length <= 5),
    },
  ];
}
