import type { Entry, Facts } from './facts.ts';
import { numberKey, sameNumber, titleKey } from './keys.ts';

/** Takes what is wrong with the document of an id. */
type Refuse = (id: string, what: string) => void;

/** The same title, number and day: one document that was entered twice. */
export function refuseTwins(entries: Entry[], byTitle: Map<string, number[]>, refuse: Refuse): void {
  const said = new Set<string>();
  for (const group of byTitle.values()) {
    for (const [i, a] of group.entries()) {
      for (const b of group.slice(i + 1)) {
        const one = entries[a] as Entry;
        const other = entries[b] as Entry;
        if (one.title !== other.title || one.issued !== other.issued) continue;
        const what = `${one.id} and ${other.id} have the same title, number and day`;
        if (sameNumber(one.docNumber, other.docNumber) === 'no' || said.has(what)) continue;
        said.add(what);
        refuse(other.id, what);
      }
    }
  }
}

/**
 * A number names one document. Orders are counted anew with each term of office, so theirs must be of one
 * day too; what a document attaches may go under its number.
 */
export function refuseSharedNumbers(known: readonly Facts[], refuse: Refuse): void {
  const byNumber = new Map<string, Facts[]>();
  for (const facts of known) {
    const number = facts.docNumber ? numberKey(facts.docNumber) : null;
    if (!number) continue;
    const key = `${number.key} ${number.year ?? facts.issued ?? facts.id}`;
    const others = byNumber.get(key) ?? [];
    const other = others.find((one) => one.title !== facts.title && !attached(one, facts));
    if (other) refuse(facts.id, `${other.id} and ${facts.id} have the same number ${facts.docNumber}`);
    byNumber.set(key, [...others, facts]);
  }
}

function attached(one: Facts, other: Facts): boolean {
  const names = (a: Facts, b: Facts) =>
    a.relations.some(
      ({ type, id, title }) =>
        type === 'attaches' &&
        (id === b.id || (title !== undefined && titleKey(title) === titleKey(b.title ?? ''))),
    );
  return names(one, other) || names(other, one);
}

/** Documents can't repeal each other: one of the relations is the wrong way round. */
export function refuseCircles(entries: Entry[], refuse: Refuse): void {
  const state = new Uint8Array(entries.length);
  const visit = (at: number, path: string[]): void => {
    const entry = entries[at] as Entry;
    if (state[at] === 1) {
      const circle = [...path.slice(path.indexOf(entry.id)), entry.id];
      refuse(entry.id, `these repeal each other: ${circle.join(' → ')}`);
    }
    if (state[at] !== 0) return;
    state[at] = 1;
    for (const { type, to } of entry.relations) if (type === 'repeals') visit(to, [...path, entry.id]);
    state[at] = 2;
  };
  entries.forEach((_, at) => {
    visit(at, []);
  });
}
