import { createPainter } from '../../lib/marks/painter.ts';
import { breathe } from '../../lib/marks/slices.ts';
import { findBody } from '../../lib/page/body.ts';
import { readPageSlices } from '../../lib/page/read-page.ts';
import type { PageText } from '../../lib/page/types.ts';
import { readSlices } from '../../lib/reading/read.ts';
import type { PageFacts } from '../../lib/reading/types.ts';
import { askReadability } from './ask-readability.ts';
import { simplified, simplifyFor } from './ask-simplified.ts';
import { NO_GLOSSARY } from './glossary.ts';
import { inSlices } from './in-slices.ts';
import type { Text } from './session.ts';

/** Reads the body that the document has now. @returns null where it has none, or when stopped */
export async function readBody(topFacts: PageFacts | null, stop: () => boolean): Promise<PageText | null> {
  const body = findBody(document) ?? (await askReadability(document));
  await breathe();
  if (!body || stop()) return null;
  const page = await inSlices(readPageSlices(document, body, location.href), stop);
  if (!page || page.input.text.trim() === '') return null;
  return topFacts
    ? { ...page, input: { ...page.input, facts: mergeFacts(topFacts, page.input.facts) } }
    : page;
}

/** Finds what the text says, and makes a painter for it. @returns null when stopped */
export async function readText(
  page: PageText,
  stop: () => boolean,
  changed: () => void,
): Promise<Text | null> {
  const simplify = await simplifyFor(page.input.text);
  const findings = await inSlices(readSlices(simplified(page.input, simplify)), stop);
  // What follows, the first paint, is a task of its own.
  await breathe();
  if (!findings || stop()) return null;
  const painter = createPainter(page, changed);
  const notes = { notes: [], places: new Map() };
  return { page, simplify, findings, painter, answer: null, ...notes, glossary: NO_GLOSSARY };
}

/** Where the body is in a frame, what the page says of it stands around the frame; it comes first. */
function mergeFacts(top: PageFacts, frame: PageFacts): PageFacts {
  return {
    pairs: [...top.pairs, ...frame.pairs],
    title: top.title ?? frame.title,
    heading: top.heading ?? frame.heading,
    meta: { ...frame.meta, ...top.meta },
    breadcrumb: top.breadcrumb.length > 0 ? top.breadcrumb : frame.breadcrumb,
    url: top.url ?? frame.url,
  };
}
