import { best, candidates } from './body.ts';
import { breadcrumbOf } from './breadcrumb.ts';
import { textOf } from './dom.ts';
import { metaOf } from './facts.ts';
import { linesOf } from './head-lines.ts';
import { TITLE_END } from './lines.ts';
import { pairsOf } from './pairs.ts';
import { roughBody } from './rough-body.ts';
import { IS_ABOUT, isHinted, type Look, SIGNS } from './signs.ts';
import { headingOf, titleOf } from './title.ts';
import type { Sight, Verdict } from './types.ts';
import { MENTIONS } from './words.ts';

/** Below this a page holds nothing to read: a picture, a shell, a frame around the text. */
const LEAST_INK = 30;
/** The address of a home page; one with a route behind its # is any page of a site that is one program. */
const IS_HOME = /^https?:\/\/[^/]+\/(?:index\.s?html?)?(?:[?#](?!\/).*)?$/;
/** An article about documents has at least this much to say. */
const LEAST_ARTICLE = 120;
/** From this sum on a page counts as a document. */
const ENOUGH = 5;
/** The block and the number in it weigh so much. */
const IN_BLOCK = 6;
/** Only the beginning of a long text is searched for its structure. */
const LOOKED_AT = 30_000;

const titlesOf = (look: Look) =>
  look.pairs.filter((pair) => /标题|名称/.test(pair.label)).map((p) => p.value);

/** The signs that speak: names and sum. */
function weigh(look: Look): { reasons: Set<string>; score: number } {
  const spoke = SIGNS.filter(([, , test]) => test(look));
  const reasons = new Map(spoke.map(([name, weight]) => [name, weight]));
  // A numbered document is no mere announcement or list, whatever its title and its site's menus say.
  if (reasons.has('doc-number') || reasons.has('metadata-block')) {
    reasons.delete('list-page');
    if (reasons.has('addressee') || reasons.has('articles')) reasons.delete('notice-title');
  }
  const score = [...reasons.values()].reduce((sum, weight) => sum + weight, 0);
  return { reasons: new Set(reasons.keys()), score };
}

/** Whether an article that is no document deals with documents, so that it is worth reading. */
function isAbout(look: Look, reasons: ReadonlySet<string>): boolean {
  if ([...reasons].some((name) => name.endsWith('-page'))) return false;
  if (reasons.has('about-title') || reasons.has('about-column')) return true;
  if (reasons.has('notice-title')) return false;
  return MENTIONS.test(look.text);
}

function confidenceOf(verdict: Verdict, score: number): number {
  const sure = 1 / (1 + Math.exp((ENOUGH - 0.5 - score) / 1.4));
  const share = verdict === 'document' ? sure : verdict === 'other' ? 1 - sure : Math.max(0.6, 1 - sure);
  return Math.round(share * 100) / 100;
}

function kindOf(look: Look, verdict: Verdict, reasons: ReadonlySet<string>): string | null {
  if (verdict === 'other') return null;
  if (verdict === 'about') {
    const named = IS_ABOUT.exec(look.titles.join(' '))?.[0];
    return named ?? (reasons.has('about-column') ? '解读' : '新闻');
  }
  const given = look.pairs.find((pair) => /文种|种类|公文类/.test(pair.label))?.value;
  if (given && given.length <= 8) return given;
  return look.titles.map((title) => TITLE_END.exec(title)?.[1]).find(Boolean) ?? null;
}

const neither = (reason: string, textLength: number): Sight => ({
  verdict: 'other',
  kind: null,
  confidence: 0.9,
  reasons: [reason],
  textLength,
});

/**
 * Decides from the DOM alone what a page is, by the sum of many weak signs.
 *
 * @param document the frame's document; it is not changed
 * @param url the frame's address
 * @returns the verdict and the signs that spoke. Without text (pictures only, a shell) it is `other`
 */
export function sightOf(document: Document, url: string): Sight {
  if (IS_HOME.test(url)) return neither('home-page', 0);
  const known = best(candidates(document));
  const held = known ?? roughBody(document);
  const ink = Math.round(held?.ink ?? 0);
  if (!held || ink < LEAST_INK) return neither('no-text', ink);
  const look = lookAt(document, url, held.element, ink, known !== null);
  if (!isHinted(look)) return neither('no-sign', ink);
  let { reasons, score } = weigh(look);
  // The block of facts costs more than all the rest: it is looked for only where it could decide.
  const isNotice = reasons.has('notice-title') && !reasons.has('addressee') && !reasons.has('articles');
  if (score >= ENOUGH - IN_BLOCK && !isNotice) {
    look.pairs = pairsOf(document, held.element);
    look.titles.push(...titlesOf(look));
    ({ reasons, score } = weigh(look));
  }
  const isDocument = score >= ENOUGH && !reasons.has('about-title');
  const verdict = isDocument
    ? 'document'
    : ink >= LEAST_ARTICLE && isAbout(look, reasons)
      ? 'about'
      : 'other';
  return {
    verdict,
    kind: kindOf(look, verdict, reasons),
    confidence: confidenceOf(verdict, score),
    reasons: [...reasons],
    textLength: ink,
  };
}

function lookAt(document: Document, url: string, body: Element, ink: number, isKnown: boolean): Look {
  const meta = metaOf(document);
  const text = textOf(body);
  let head: string[] | undefined;
  const headLines = () => {
    head ??= linesOf(body, 16);
    return head;
  };
  const named = [meta.articletitle, headingOf(document, body), titleOf(document)].filter(
    (title) => title !== null && title !== undefined,
  );
  return {
    document,
    url,
    path: /^[a-z]+:\/\/[^/]*([^?#]*)/i.exec(url)?.[1] ?? '',
    // A frame often has no title but the first lines of its text.
    titles: named.length > 0 ? named : [headLines().slice(0, 2).join('')],
    columns: [meta.columntype, meta.columnname, meta.lanmu, meta.channelname].join(' '),
    breadcrumb: breadcrumbOf(document).slice(1).join(' '),
    pairs: [],
    get head() {
      return headLines();
    },
    text: text.slice(0, LOOKED_AT),
    tail: text.slice(-80),
    ink,
    isKnown,
  };
}
