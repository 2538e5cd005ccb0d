import type { Metadata } from '../reading/types.ts';
import type { Catalogue, Home } from './catalogue.ts';
import { ownStatusOf, withPage } from './own-status.ts';
import type { Reason, Status } from './types.ts';

/**
 * Whether a document is in force on a day, and what says so.
 *
 * Where several catalogues were made one, the newest (`asOf`) that says something definite is believed,
 * the bundled one before a pack of the same day. One that only knows of no end, or nothing, does not
 * outweigh an older one that knows an end or a validity. What amends the document is told by all of them.
 *
 * @param id the document's catalogue id, or null for one that the catalogue does not know
 * @param metadata what was read of it on the page; a known document's own facts come before it
 * @param facts `validity`: the value of the page's 有效性 field, which speaks of the day the page was made
 * @param day YYYY-MM-DD, any day
 */
export function statusOf(
  catalogue: Catalogue,
  id: string | null,
  metadata: Metadata | null,
  facts: { validity?: string | null },
  day: string,
): Status {
  const homes = id === null ? undefined : catalogue.homes?.get(id);
  if (!homes) return ownStatusOf(catalogue, id, metadata, facts, day);
  const answers = [...homes]
    .sort((a, b) => b.source.catalogue.asOf.localeCompare(a.source.catalogue.asOf))
    .map((home) => ({ home, status: ownStatusOf(home.source.catalogue, home.id, metadata, {}, day) }));
  const best =
    answers.find(({ status }) => status.state !== 'unknown' && status.state !== 'no-known-end') ??
    answers.find(({ status }) => status.state === 'no-known-end') ??
    (answers[0] as Answer);
  const own = { ...best.status, amendedBy: amendments(answers, best) };
  const status = withPage(own, facts.validity ?? null);
  const source = sourceOf(best.home);
  const isPagesWord = status.because !== own.because && !status.disagrees;
  return source && status.state !== 'unknown' && !isPagesWord ? { ...status, source } : status;
}

interface Answer {
  home: Home;
  status: Status;
}

/** Each amendment once; one that only another catalogue knows is told with that one's name. */
function amendments(answers: readonly Answer[], best: Answer): string[] {
  const names = [...best.status.amendedBy];
  for (const { home, status } of answers) {
    const suffix = home.source.id === null ? '' : ` [${home.source.name}]`;
    for (const name of status.amendedBy) if (!names.includes(name)) names.push(`${name}${suffix}`);
  }
  return [...new Set(names)];
}

/** What to say of where a status comes from; null for the bundled catalogue. */
function sourceOf({ source: { id, name, by, catalogue } }: Home): Reason | null {
  return id === null ? null : { key: 'statusFromPack', args: [name, by, catalogue.asOf] };
}
