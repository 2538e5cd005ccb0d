import type { Metadata } from '../reading/types.ts';

/** What a key is made of. */
export interface KeyFacts {
  /** The document's id where the catalogue knows it. */
  catalogueId: string | null;
  metadata: Pick<Metadata, 'title' | 'docNumber'> & Partial<Pick<Metadata, 'issued'>>;
  /** Address of the page it stands on. */
  address: string;
  /** Its place among the page's documents, from 0, or `main` for the main one. */
  part: number | 'main';
}

/**
 * Ids of documents that only a pack, or a catalogue on a server, knows. These may be switched off, removed,
 * out of reach, or come in a newer version under other ids: the notes of their documents are kept under what
 * the documents are called.
 */
const PACKED = /^(?:pack|shards):/;

/** The longest key that messages carry is a little longer. */
const LONGEST = 4100;

/**
 * The key under which a document's notes are kept, so that they are found again on every site that
 * carries it. Keys are stored: the same facts must give the same key in every later version.
 *
 * @returns `known:ID` for a document of the bundled catalogue, else `number:文号/title` where it has a 文号,
 *   else `titled:title/day` for one that a pack or a server knows, else `page:ADDRESS`, with `#title` (or the place on
 *   the page) for one that is not the page's main document
 */
export function documentKey({ catalogueId, metadata, address, part }: KeyFacts): string {
  if (catalogueId && !PACKED.test(catalogueId)) return `known:${catalogueId}`;
  const number = numberKey(metadata.docNumber ?? '');
  const title = titleKey(metadata.title ?? '');
  if (number) return `number:${number}/${title}`.slice(0, LONGEST);
  const titled = catalogueId ? titledKey(metadata) : null;
  if (titled) return titled;
  const page = `page:${canonicalAddress(address)}`.slice(0, LONGEST - 200);
  return part === 'main' ? page : `${page}#${title.slice(0, 190) || part}`;
}

/**
 * The key of a document without a 文号 that a pack knows, by its title and the day it was issued.
 *
 * @returns null where it has no title that says anything
 */
export function titledKey({ title, issued }: KeyFacts['metadata']): string | null {
  const key = titleKey(title ?? '');
  return key.length < 4 ? null : `titled:${key}/${issued ?? ''}`.slice(0, LONGEST);
}

/**
 * The keys under which a document's notes may lie from before a catalogue knew it.
 *
 * @param own what the page says of the document
 * @param known what is known of it now
 */
export function earlierKeys(
  own: KeyFacts['metadata'],
  known: KeyFacts['metadata'],
  { address, part }: Pick<KeyFacts, 'address' | 'part'>,
): string[] {
  const keys = [own, known].flatMap((metadata) => [
    documentKey({ catalogueId: null, metadata, address, part }),
    // The page may not have told its number then.
    documentKey({ catalogueId: null, metadata: { ...metadata, docNumber: null }, address, part }),
    titledKey(metadata),
  ]);
  return [...new Set(keys.filter((key) => key !== null))];
}

/** A 文号 in one writing: no white space, half-width, 〔〕 for every bracket, no 第 and no zero before the number. */
export function numberKey(docNumber: string): string {
  return docNumber
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/[[({【﹝〈《]((?:19|20)\d\d)[\])}】﹞〉》]/g, '〔$1〕')
    .replace(/〕第?0*(?=\d)/, '〕');
}

/**
 * A title in one writing: letters and digits only, half-width, without 中华人民共和国 and without the issuer
 * before 关于, which sites write or leave out as they like.
 */
export function titleKey(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^中华人民共和国(?=.{2})/u, '')
    .replace(/^.{1,60}?[府厅局委办部院会室](?=关于)/u, '');
}

/** Parameters that say where a visitor came from, not what is shown. */
const TRACKING =
  /^(?:utm_\w+|spm|scm|from|fromid|frommodule|scene|isappinstalled|share\w*|nsukey|ivk_sa|gclid|fbclid|msclkid|bd_vid|hm\w{2,4}|_t|t_?s|timestamp|clicktime|enterid|wechat\w*|sessionid|jsessionid|random|rnd)$/i;

/**
 * An address as it names a page: without fragment, tracking parameters, session ids, user name and
 * default port, http as https, the other parameters in alphabetical order.
 *
 * @param address any string; what is no address comes back trimmed
 */
export function canonicalAddress(address: string): string {
  if (!URL.canParse(address)) return address.trim();
  const url = new URL(address);
  if (url.protocol === 'http:') {
    // Set after the port: `http://x:443` is not `https://x`.
    const port = url.port;
    url.protocol = 'https:';
    if (port === '443') return `${url.protocol}//${url.hostname}:443${tail(url)}`;
  }
  url.username = '';
  url.password = '';
  url.hash = '';
  return url.protocol === 'https:' ? `https://${url.host}${tail(url)}` : url.href;
}

function tail(url: URL): string {
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  kept.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const query = new URLSearchParams(kept).toString();
  return url.pathname.replace(/;jsessionid=[^/]*$/i, '') + (query && `?${query}`);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
