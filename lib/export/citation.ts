import type { Metadata } from '../reading/types.ts';

/** What of a document stands in a citation. */
export interface Cited
  extends Pick<Metadata, 'title' | 'noticeTitle' | 'docNumber' | 'issuers' | 'issued' | 'published'> {
  /** Where it was read; left out of the citation where it is no address on the web. */
  address: string | null;
  /** The day it was read, ISO. */
  read: string;
  /** The place that is cited, such as 第三条; null for all of it. */
  article: string | null;
}

/** Of more issuers the first three are named (GB/T 7714-2015, 8.1.2). */
const NAMED = 3;

/**
 * A citation after GB/T 7714-2015 for a document on the web (electronic resource, [EB/OL]): issuers, title
 * with the document number as further information on it, date of issue or publication, day of reading, address.
 * A place within the document stands where pages would, after the year (4.6). Parts that are not known are
 * left out.
 *
 * @returns one line of plain text; null where the document has no title
 */
export function toCitation(cited: Cited): string | null {
  const { noticeTitle, docNumber, issuers, issued, published, article, read } = cited;
  const title = oneLine(cited.title ?? noticeTitle ?? '');
  if (!title) return null;
  const address = webAddress(cited.address);
  const date = published ?? issued;
  const number = docNumber ? `: ${oneLine(docNumber)}` : '';
  const year = date ? `${date.slice(0, 4)}: ` : '';
  const place = article ? `${year}${oneLine(article)}` : '';
  const dates = `${date ? `(${date})` : ''}[${read}]`;
  return [
    issuers.length > 0 ? sentence(authors(issuers)) : '',
    sentence(`${title}${number}[${address ? 'EB/OL' : 'EB'}]`),
    sentence(`${place}${dates}`),
    address ? sentence(address) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function authors(issuers: readonly string[]): string {
  const named = issuers.slice(0, NAMED).map(oneLine);
  return [...named, ...(issuers.length > NAMED ? ['等'] : [])].join(', ');
}

function sentence(text: string): string {
  return `${text}.`;
}

/** Line breaks in a title come from the page's layout. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The address without its fragment, which is a place on the page and often our own or the site's doing. */
function webAddress(address: string | null): string | null {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  const url = new URL(address);
  url.hash = '';
  return url.href;
}
