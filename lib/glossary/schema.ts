import * as v from 'valibot';
import { KINDS } from './types.ts';

/** A year, a month or a day, ISO, that exists. */
const When = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  v.check((when) => {
    const whole = `${when}-01-01`.slice(0, 10);
    const date = new Date(`${whole}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
  }, 'no such day'),
);
const text = (least: number, most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most));
const Term = text(2, 40);

const ByDocument = v.strictObject({ doc: text(1, 200), at: text(1, 60) });
const ByLaw = v.strictObject({
  law: text(2, 60),
  article: v.pipe(v.string(), v.regex(/^第[一二三四五六七八九十百千零〇\d]+条/), v.maxLength(60)),
});

/** One file of `assets/glossary`: entries of one topic, as a person writes and corrects them. */
export const EntriesFile = v.strictObject({
  entries: v.array(
    v.strictObject({
      term: Term,
      aliases: v.array(Term),
      kind: v.picklist(KINDS),
      zh: text(30, 120),
      en: text(1, 120),
      enOfficial: v.boolean(),
      enText: text(20, 400),
      since: v.nullable(When),
      where: v.nullable(text(1, 60)),
      sources: v.pipe(v.array(v.union([ByDocument, ByLaw])), v.minLength(1)),
      related: v.array(Term),
      quiet: v.optional(v.boolean()),
    }),
  ),
});

/** `elsewhere.json`: words that known documents use in different senses, each sense in our own words. */
export const ElsewhereFile = v.strictObject({
  words: v.array(
    v.strictObject({
      term: Term,
      meanings: v.pipe(
        v.array(v.strictObject({ doc: text(1, 200), at: text(1, 60), zh: text(6, 120), en: text(10, 300) })),
        v.minLength(2),
      ),
    }),
  ),
});

/** `mentions.json`, which `npm run glossary -- mentions` writes: where terms stand in the known documents. */
export const MentionsFile = v.strictObject({
  terms: v.record(
    v.string(),
    v.strictObject({
      documents: v.pipe(v.number(), v.integer(), v.minValue(1)),
      /** Document and its article or section, where the term stands first in it. */
      at: v.array(v.tuple([v.string(), v.string()])),
    }),
  ),
});

export type EntriesFile = v.InferOutput<typeof EntriesFile>;
export type ElsewhereFile = v.InferOutput<typeof ElsewhereFile>;
export type MentionsFile = v.InferOutput<typeof MentionsFile>;
