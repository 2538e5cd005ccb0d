import * as v from 'valibot';
import { DocumentFacts, NamedFacts, RELATIONS } from '../../catalogue/facts.ts';
import type { Complain } from './troubles.ts';

/** What a facts file says of one document, before anything of it was checked. */
export interface Row {
  /** Known only from what others say of it: there is no text. */
  named: boolean;
  value: Record<string, unknown>;
  /** Where one of its values stands, such as `facts.json:12`. */
  at: (path: readonly (string | number)[]) => string;
}

/** A facts file as it was read. */
export interface FactsRows {
  /** The day up to which it knows of repeals, where it says so. */
  asOf: string | null;
  rows: Row[];
}

/**
 * What of a row can be used.
 *
 * @param complain told of everything that can't; the rest stays, so that more can be found wrong at once
 */
export function checkedRow({ named, value, at }: Row, complain: Complain): Record<string, unknown> {
  const parsed = v.safeParse(named ? NamedFacts : DocumentFacts, { title: null, ...value });
  if (parsed.success) return value;
  const fields = { ...value };
  const relations = new Set<number>();
  for (const issue of parsed.issues) {
    const path = (issue.path ?? []).map((step) => step.key as string | number);
    complain(at(path), `${path.join('.')}: ${wordsOf(issue, path)}`);
    const [field, index] = path;
    if (field === 'relations' && typeof index === 'number') relations.add(index);
    else if (typeof field === 'string') delete fields[field];
  }
  if (Array.isArray(fields.relations))
    fields.relations = fields.relations.filter((_, index) => !relations.has(index));
  return fields;
}

function wordsOf(issue: v.BaseIssue<unknown>, path: readonly (string | number)[]): string {
  const given = JSON.stringify(issue.input) ?? 'nothing';
  if (path[0] === 'relations' && path[2] === 'type')
    return `${given} is no relation; there are ${RELATIONS.join(', ')}`;
  if (issue.type === 'strict_object') return issue.received === 'undefined' ? 'is missing' : 'no such fact';
  if (issue.type === 'iso_date' || issue.type === 'check')
    return `${given} is no day that exists, written YYYY-MM-DD`;
  return issue.message;
}
