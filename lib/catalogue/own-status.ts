import type { Metadata } from '../reading/types.ts';
import type { Catalogue, Incoming } from './catalogue.ts';
import type { Entry } from './facts.ts';
import { numberKey } from './keys.ts';
import type { Reason, Status, StatusState } from './types.ts';
import { validityOf } from './validity.ts';

/** Kinds of texts that never have force: they report on documents. */
const WITHOUT_FORCE = new Set(['公报目录', '政策解读', '新闻', '简报']);

type Dates = Pick<Metadata, 'docNumber' | 'issued' | 'published' | 'effective' | 'expires'>;

/** When a document began, as far as it is known: on a day, or some time in a year that its number names. */
interface Start {
  from: string;
  /** The day by which it had begun; the same as `from` unless only the year is known. */
  by: string;
  key: 'statusBecauseSince' | 'statusBecauseIssued' | 'statusBecauseNumbered';
}

/**
 * Whether a document is in force on a day, and what says so, as one catalogue by itself knows it.
 *
 * `in-force` is said only where something says it: a stated validity that is not over, an extension, or the
 * page's own 有效性 field. A document that began and of which no end is known is `no-known-end`.
 *
 * @param id the document's catalogue id, or null for one that the catalogue does not know
 * @param metadata what was read of it on the page; a known document's own facts come before it
 * @param facts `validity`: the value of the page's 有效性 field, which speaks of the day the page was made
 * @param day YYYY-MM-DD, any day
 */
export function ownStatusOf(
  catalogue: Catalogue,
  id: string | null,
  metadata: Metadata | null,
  facts: { validity?: string | null },
  day: string,
): Status {
  const at = id === null ? undefined : catalogue.byId.get(id);
  const entry = at === undefined ? null : (catalogue.entries.at(at) as Entry);
  const incoming = at === undefined ? [] : (catalogue.incoming.at(at) ?? []);
  const own = stateOf(
    catalogue,
    entry,
    incoming,
    datesOf(entry, metadata),
    day,
    entry?.kind ?? metadata?.kind,
  );
  return withPage(own, facts.validity ?? null);
}

function stateOf(
  catalogue: Catalogue,
  entry: Entry | null,
  incoming: readonly Incoming[],
  dates: Dates,
  day: string,
  kind: string | null | undefined,
): Status {
  const since = (one: Incoming) => startOf(catalogue.entries.at(one.from) as Entry);
  const acts = (type: Incoming['type']) =>
    incoming
      .filter((one) => one.type === type && (since(one)?.by ?? '9999') <= day)
      .sort((a, b) => (since(a)?.by ?? '').localeCompare(since(b)?.by ?? ''));
  const name = (one: Incoming | undefined) => (one ? nameOf(catalogue.entries.at(one.from) as Entry) : null);
  const repeal = acts('repeals')[0];
  const extension = acts('extends').findLast((one) => one.until !== null);
  const status = (state: StatusState, key: string, ...args: string[]): Status => ({
    state,
    asOf: day,
    because: { key, args },
    amendedBy: acts('amends').map((one) => name(one) ?? ''),
    repealedBy: name(repeal),
    extendedBy: name(extension),
  });

  if (kind && WITHOUT_FORCE.has(kind)) return status('unknown', 'statusBecauseNoForce');
  if (repeal) return status('repealed', 'statusBecauseRepealed', name(repeal) ?? '', said(since(repeal)));
  const start = startOf(dates);
  if (start && day < start.from) {
    const issue = start.key !== 'statusBecauseSince';
    return status('not-yet', issue ? 'statusBecauseNotIssued' : 'statusBecauseNotYet', said(start));
  }
  const end = extension?.until ?? dates.expires;
  if (end && day > end) return status('expired', 'statusBecauseExpired', end);
  if (end && extension) return status('in-force', 'statusBecauseExtended', end);
  if (end) return status('in-force', 'statusBecauseValid', end);
  if (!start || day < start.by) return status('unknown', 'statusBecauseNoDate');
  return entry
    ? status('no-known-end', start.key, said(start), catalogue.asOf)
    : status('no-known-end', `${start.key}Unlisted`, said(start));
}

const said = (start: Start | null) =>
  start === null ? '' : start.from === start.by ? start.from : start.from.slice(0, 4);

/** A known document's facts, filled up from the page where they are silent. */
function datesOf(entry: Entry | null, metadata: Metadata | null): Dates {
  return {
    docNumber: entry?.docNumber ?? metadata?.docNumber ?? null,
    issued: entry?.issued ?? metadata?.issued ?? null,
    published: entry?.published ?? metadata?.published ?? null,
    effective: entry?.effective ?? metadata?.effective ?? null,
    expires: entry?.expires ?? metadata?.expires ?? null,
  };
}

function startOf(dates: Dates): Start | null {
  if (dates.effective) return { from: dates.effective, by: dates.effective, key: 'statusBecauseSince' };
  const issued = dates.issued ?? dates.published;
  if (issued) return { from: issued, by: issued, key: 'statusBecauseIssued' };
  const year = dates.docNumber ? numberKey(dates.docNumber)?.year : null;
  return year ? { from: `${year}-01-01`, by: `${year}-12-31`, key: 'statusBecauseNumbered' } : null;
}

/** A document by its title and number, as it is cited. */
export function nameOf({ title, docNumber, id }: Pick<Entry, 'title' | 'docNumber' | 'id'>): string {
  if (!title) return docNumber ?? id;
  // Titles within a title take the single brackets (GB/T 15834-2011, 4.15).
  const quoted = `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
  return docNumber ? `${quoted}（${docNumber}）` : quoted;
}

/**
 * Weighs the page's own word. It counts where we know of no end; where we know one, ours stands and the
 * difference is said.
 *
 * @param own what the catalogue says
 * @param field the value of the page's 有效性 field, or null
 */
export function withPage(own: Status, field: string | null): Status {
  const validity = field === null ? null : validityOf(field);
  if (validity === null || field === null) return own;
  const because: Reason = { key: 'statusBecausePage', args: [field.trim()] };
  const disagrees: Reason = { key: 'statusPageDisagrees', args: [field.trim()] };
  const open = own.state === 'no-known-end' || own.state === 'unknown';
  if (validity === 'in-force')
    return open ? { ...own, state: 'in-force', because } : agreed(own, own.state === 'in-force', disagrees);
  if (own.state === validity) return own;
  // It is known since when it is in force: the field was written before that day, and forgotten.
  if (validity === 'not-yet' && own.because.key.startsWith('statusBecauseSince'))
    return { ...own, disagrees };
  if (open || own.state === 'in-force')
    return { ...own, state: validity, because, ...(open ? {} : { disagrees: own.because }) };
  return { ...own, disagrees };
}

const agreed = (own: Status, agrees: boolean, disagrees: Reason) => (agrees ? own : { ...own, disagrees });
