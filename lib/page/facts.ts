import { finish } from '../reading/slices.ts';
import type { PageFacts } from '../reading/types.ts';
import { oneLine } from './blank.ts';
import { best, candidates } from './body.ts';
import { breadcrumbOf } from './breadcrumb.ts';
import { allIn, attribute } from './dom.ts';
import { pairsOf } from './pairs.ts';
import { roughBody } from './rough-body.ts';
import { headingOf, titleOf } from './title.ts';

const MOST_META = 80;
const LONGEST_META = 1500;

/** `<meta name>` in lower case and what they say; of a name that stands twice, the first that says something. */
export function metaOf(document: Document): Record<string, string> {
  const found = new Map<string, string>();
  for (const meta of allIn(document, 'meta[name], meta[property]')) {
    const name = (attribute(meta, 'name') || attribute(meta, 'property')).trim().toLowerCase().slice(0, 100);
    const content = oneLine(attribute(meta, 'content')).slice(0, LONGEST_META);
    if (!name || !content || found.has(name) || found.size >= MOST_META) continue;
    found.set(name, content);
  }
  // Not `record[name] = …`: a page may call a tag `__proto__`.
  return Object.fromEntries(found);
}

/** An address without its fragment; null where it is none. */
function addressOf(url: string): string | null {
  const address = url.split('#', 1)[0] as string;
  return address.length > 0 && address.length <= 4000 ? address : null;
}

/**
 * What a page says of its document outside the text. Nothing is believed: any part may be missing
 * or wrong, and whoever uses it weighs it.
 */
export function factsOf(document: Document, url: string): PageFacts {
  const body = best(candidates(document))?.element ?? roughBody(document)?.element ?? null;
  return finish(factSlices(document, url, body));
}

/** The facts around a body that is known, a part at a time: on a long page each takes its while. */
export function* factSlices(
  document: Document,
  url: string,
  body: Element | null,
): Generator<undefined, PageFacts> {
  const pairs = pairsOf(document, body);
  yield;
  const heading = headingOf(document, body);
  yield;
  const breadcrumb = breadcrumbOf(document);
  yield;
  return {
    pairs,
    title: titleOf(document),
    heading,
    meta: metaOf(document),
    breadcrumb,
    url: addressOf(url),
  };
}
