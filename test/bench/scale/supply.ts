import { makePrints } from '../../../lib/catalogue/print.ts';
import type { Supply } from '../../../lib/catalogue/shards/build.ts';
import { inCatalogue, made, madeDeeds, madeEntry } from './made.ts';

/** The first `count` made documents, to be split into shards. */
export function madeSupply(count: number): Supply {
  return {
    count,
    names: (at) => {
      const { title, noticeTitle, docNumber } = madeEntry(inCatalogue(at));
      return {
        titles: [title, noticeTitle].filter((one) => one !== null),
        numbers: docNumber ? [docNumber] : [],
      };
    },
    bound: (at) => ({ entry: madeEntry(inCatalogue(at)), deeds: madeDeeds(inCatalogue(at)) }),
    prints: (documents) =>
      makePrints(documents.map((at) => ({ ...made(inCatalogue(at)), siteLines: { head: 0, tail: 0 } }))),
  };
}
