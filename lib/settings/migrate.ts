import * as v from 'valibot';
import { COLOURS } from '../notes/types.ts';
import { DEFAULTS, type Settings } from './types.ts';

const or = <T>(schema: v.GenericSchema<unknown, T>, otherwise: T) => v.fallback(schema, otherwise);

const Host = v.pipe(v.string(), v.minLength(1), v.maxLength(253));

/** Each part falls back on its own, so that one broken value does not reset the others. */
const Stored = v.object({
  quietSites: or(v.pipe(v.array(or(Host, '')), v.maxLength(10_000)), DEFAULTS.quietSites),
  marks: or(
    v.object({
      terms: or(v.boolean(), DEFAULTS.marks.terms),
      deadlines: or(v.boolean(), DEFAULTS.marks.deadlines),
      citations: or(v.boolean(), DEFAULTS.marks.citations),
      differences: or(v.boolean(), DEFAULTS.marks.differences),
    }),
    DEFAULTS.marks,
  ),
  glossary: or(v.picklist(['section', 'every', 'off']), DEFAULTS.glossary),
  colour: or(v.picklist(COLOURS), DEFAULTS.colour),
  readingLog: or(v.boolean(), DEFAULTS.readingLog),
});

/**
 * Makes today's settings of whatever is stored: nothing yet, an older version, one that a newer Zhupi
 * wrote (what is understood of it is kept), or rubbish.
 *
 * @param stored the value found in storage
 * @returns complete, valid settings; never throws
 */
export function migrate(stored: unknown): Settings {
  const parsed = v.safeParse(Stored, stored);
  if (!parsed.success) return structuredClone(DEFAULTS);
  const { quietSites, marks, ...others } = parsed.output;
  return { version: 1, quietSites: [...new Set(quietSites.filter(Boolean))], marks: { ...marks }, ...others };
}
