import type { ReaderState } from '../../lib/messages/lists.ts';
import { printedHere } from '../../lib/reading/printed-here.ts';
import type { Citation } from '../../lib/reading/types.ts';
import { today } from '../../lib/settings/today.ts';
import { differencesOf } from './differences.ts';
import { termsOn } from './glossary.ts';
import { addressOf } from './report.ts';
import type { Session } from './session.ts';

/** Characters of a changed text that the panel shows. */
const LONGEST_SHOWN = 2000;

/** What the reader knows of its page, for the panel. Empty where the page holds no text. */
export function stateOf({ hello, marksOn, text }: Session): ReaderState {
  const { findings, answer } = text ?? {};
  const hereOf = (citation: Citation) =>
    text ? printedHere(text.page.input, text.findings.documents, citation) : null;
  return {
    url: text ? addressOf(text) : location.href,
    day: today(),
    sight: hello.sight,
    marksOn,
    main: findings?.main ?? 0,
    documents: (findings?.documents ?? []).map(({ start, end, metadata }, i) => ({
      span: { start, end },
      metadata,
      answer: answer?.documents[i] ?? null,
    })),
    terms: findings?.terms ?? [],
    deadlines: findings?.deadlines ?? [],
    citations: (findings?.citations ?? []).map((citation, i) => ({
      ...citation,
      known: answer?.citations[i] ?? null,
      here: hereOf(citation),
    })),
    duties: findings?.duties ?? [],
    outline: findings?.outline ?? [],
    glossary: text ? termsOn(text.glossary) : [],
    matches: answer?.matches ?? [],
    differences: text ? differencesOf(text) : [],
    notes: (text?.notes ?? []).map(({ id }) => {
      const place = text?.places.get(id);
      const { state = 'lost', span = null, now = null } = place ?? {};
      return { id, state, span, now: now?.slice(0, LONGEST_SHOWN) ?? null };
    }),
  };
}
