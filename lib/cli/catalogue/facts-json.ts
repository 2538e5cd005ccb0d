import { findNodeAtLocation, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import { Day } from '../../catalogue/facts.ts';
import type { FactsRows, Row } from './rows.ts';
import type { Complain } from './troubles.ts';

const FIELDS = new Set(['asOf', 'documents', 'named']);

/**
 * Reads a facts file in JSON, of the form of `assets/catalogue/known.json`:
 * `{"asOf": "YYYY-MM-DD", "documents": [{"id": …, …}], "named": [{"id": …, "title": …}]}`.
 *
 * @param name what the file is called where something of it is told
 */
export function factsFromJson(text: string, name: string, complain: Complain): FactsRows {
  const bare = text.replace(/^\ufeff/, '');
  const lineOf = lines(bare);
  const errors: ParseError[] = [];
  const tree = parseTree(bare, errors, { disallowComments: true });
  const [first] = errors;
  if (first || !tree) {
    const what = first ? printParseErrorCode(first.error) : 'it is empty';
    complain(`${name}:${lineOf(first?.offset ?? 0)}`, `is no JSON: ${what}`);
    return { asOf: null, rows: [] };
  }
  const root: unknown = JSON.parse(bare);
  if (!isRecord(root)) {
    complain(`${name}:1`, 'must be an object with "documents"');
    return { asOf: null, rows: [] };
  }
  const place = (path: readonly (string | number)[]): string => {
    // Of what is missing, the place where it should be.
    for (let depth = path.length; depth >= 0; depth--) {
      const node = findNodeAtLocation(tree, [...path.slice(0, depth)]);
      if (node) return `${name}:${lineOf(node.offset)}`;
    }
    return name;
  };
  for (const field of Object.keys(root))
    if (!FIELDS.has(field)) complain(place([field]), `${field}: no such field`);
  const day = v.safeParse(v.optional(Day), root.asOf);
  if (!day.success)
    complain(place(['asOf']), `asOf: ${JSON.stringify(root.asOf)} is no day that exists, written YYYY-MM-DD`);

  const rowsOf = (list: 'documents' | 'named'): Row[] => {
    const values = root[list] ?? [];
    if (!Array.isArray(values)) {
      complain(place([list]), `${list}: must be a list`);
      return [];
    }
    return values.flatMap((value, index) => {
      const at = (path: readonly (string | number)[]) => place([list, index, ...path]);
      if (isRecord(value)) return [{ named: list === 'named', value, at }];
      complain(at([]), 'must be an object');
      return [];
    });
  };
  return { asOf: (day.success && day.output) || null, rows: [...rowsOf('documents'), ...rowsOf('named')] };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The line, from 1, in which an offset stands. */
function lines(text: string): (offset: number) => number {
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return (offset) => breaks.filter((at) => at < offset).length + 1;
}
