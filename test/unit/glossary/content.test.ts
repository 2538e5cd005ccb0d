import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { glossarySources } from '../../../lib/cli/build-glossary.ts';
import { freshMentions } from '../../../lib/cli/glossary.ts';
import { compileGlossary, looseEnds } from '../../../lib/glossary/compile.ts';
import { makeGlossary } from '../../../lib/glossary/glossary.ts';
import { formsOf, keyOf } from '../../../lib/glossary/key.ts';
import { EntriesFile, MentionsFile } from '../../../lib/glossary/schema.ts';

/** The bundled glossary: each test tells what is wrong by its name. */
const folder = new URL('../../../assets/glossary/', import.meta.url);
const corpus = fileURLToPath(new URL('../../../../shared/corpus/docs/', import.meta.url));
const FACTS = ['elsewhere.json', 'mentions.json'];
const topics = readdirSync(folder).filter((file) => file.endsWith('.json') && !FACTS.includes(file));
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const known = new Set(
  (
    JSON.parse(readFileSync(new URL('../catalogue/known.json', folder), 'utf8')) as {
      documents: { id: string }[];
    }
  ).documents.map(({ id }) => id),
);
const sources = await glossarySources();

describe.each(topics)('%s', (file) => {
  const parsed = v.safeParse(EntriesFile, read(file));

  it('fits the schema', () => {
    const wrong = (parsed.issues ?? []).map((issue) => {
      const [, place] = issue.path ?? [];
      const { term = '' } = (place?.value ?? {}) as { term?: string };
      return `${term} ${v.getDotPath(issue)}: ${issue.message}`;
    });
    expect(wrong).toEqual([]);
  });

  it('has Chinese in Chinese and English in English', () => {
    const { entries } = v.parse(EntriesFile, read(file));
    const wrong = entries
      .filter(({ zh, enText }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}{16}/u.test(enText))
      .map(({ term }) => term);
    expect(wrong).toEqual([]);
  });

  it('has no entry that is related to itself', () => {
    const { entries } = v.parse(EntriesFile, read(file));
    const wrong = entries.flatMap(({ term, related }) =>
      related.some((other) => keyOf(other) === keyOf(term)) ? [term] : [],
    );
    expect(wrong).toEqual([]);
  });
});

describe('the whole glossary', () => {
  it('speaks of nothing that is not there', () => {
    expect(looseEnds(sources, known)).toEqual([]);
  });

  it('names nothing twice, in no spelling', () => {
    expect(() => compileGlossary(sources)).not.toThrow();
  });

  it('is found by each of its names', () => {
    const { entries, byKey } = makeGlossary(compileGlossary(sources), []);
    const lost = entries.flatMap(({ term, aliases }, i) =>
      [term, ...aliases].filter((name) => formsOf(name).some((form) => byKey.get(form) !== i)),
    );
    expect(lost).toEqual([]);
  });
});

describe('where terms stand', () => {
  const mentions = v.parse(MentionsFile, read('mentions.json'));

  it('is told of entries and known documents only', () => {
    const terms = new Set(compileGlossary(sources).term);
    const wrong = Object.entries(mentions.terms).flatMap(([term, { at, documents }]) => [
      ...(terms.has(term) ? [] : [`no entry ${term}`]),
      ...at.filter(([doc]) => !known.has(doc)).map(([doc]) => `${term}: no document ${doc}`),
      ...(at.length <= documents ? [] : [`${term}: ${at.length} places in ${documents} documents`]),
    ]);
    expect(wrong, 'npm run glossary -- mentions').toEqual([]);
  });

  it.skipIf(!existsSync(corpus))('is what the texts say (skipped where they are not at hand)', async () => {
    const fresh = await freshMentions(corpus);
    const terms = new Set([...Object.keys(fresh.terms), ...Object.keys(mentions.terms)]);
    const differing = [...terms].filter(
      (term) => JSON.stringify(fresh.terms[term]) !== JSON.stringify(mentions.terms[term]),
    );
    expect(differing, 'npm run glossary -- mentions').toEqual([]);
  });
});
