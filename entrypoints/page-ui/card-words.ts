import { alteredWords } from '../../components/words/altered.ts';
import { ruleWords } from '../../components/words/rule.ts';
import { t } from '../../lib/i18n/t.ts';
import type { Term } from '../../lib/reading/types.ts';
import { alteredOf } from '../reader/differences.ts';
import type { Text } from './session.ts';

/** An id of a mark, taken apart: `term:3`, `note:UUID`. */
export function parseId(id: string): { kind: string; rest: string; index: number } {
  const colon = id.indexOf(':');
  const rest = id.slice(colon + 1);
  return { kind: id.slice(0, colon), rest, index: Number(rest) };
}

/** What a mark is called, for screen readers; empty where it is no longer there. */
export function nameOf(text: Text, id: string): string {
  const { kind, rest, index } = parseId(id);
  const { deadlines, citations } = text.findings;
  if (kind === 'term' || kind === 'use') {
    const term = termOf(text, id);
    return term ? t('cardTermLabel', term.term) : '';
  }
  if (kind === 'deadline') {
    const deadline = deadlines[index];
    return deadline ? t('cardDeadlineLabel', ruleWords(deadline)) : '';
  }
  if (kind === 'citation') {
    const citation = citations[index];
    return citation
      ? t('cardCitationLabel', citation.title ?? citation.docNumber ?? textOf(text, citation))
      : '';
  }
  if (kind === 'altered') {
    const altered = alteredOf(text)[index];
    return altered ? alteredWords(altered) : '';
  }
  if (kind === 'glossary') {
    const found = text.glossary.marked[index];
    return found ? t('cardGlossaryLabel', found.term) : '';
  }
  const note = text.notes.find((n) => n.id === rest);
  return note ? t('cardNoteLabel', note.body || note.anchor.quote) : '';
}

/** What stands at a place of the text. */
export function textOf({ page }: Text, { start, end }: { start: number; end: number }): string {
  return page.input.text.slice(start, end);
}

/**
 * The definition that a mark stands for. A word may be defined more than once, each time for a part of
 * the document: where it is used, the narrowest of the parts that hold the place counts, and of equal
 * ones the last before it.
 */
export function termOf({ findings }: Text, id: string): Term | null {
  const { kind, index } = parseId(id);
  if (kind === 'term') return findings.terms[index] ?? null;
  const use = findings.uses[index];
  const found = use && findings.terms[use.term];
  if (!use || !found) return null;
  const length = ({ scope }: Term) => scope.end - scope.start;
  return findings.terms
    .filter((t) => t.term === found.term && t.scope.start <= use.start && use.start < t.scope.end)
    .reduce((best, t) => {
      if (length(t) !== length(best)) return length(t) < length(best) ? t : best;
      return t.start <= use.start && t.start > best.start ? t : best;
    }, found);
}

/** Other definitions of the same word. */
export function otherDefinitions({ findings }: Text, term: Term): Term[] {
  return findings.terms.filter((other) => other !== term && other.term === term.term);
}
