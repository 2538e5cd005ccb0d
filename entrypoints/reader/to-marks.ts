import type { Mark } from '../../lib/marks/types.ts';
import type { Found } from '../../lib/notes/anchoring.ts';
import type { Note } from '../../lib/notes/types.ts';
import type { Findings, Span } from '../../lib/reading/types.ts';
import type { Settings } from '../../lib/settings/types.ts';
import { alteredOf } from './differences.ts';
import type { Text } from './session.ts';

/**
 * What of a text is to be marked: the kinds of findings that the reader wants, sentences that differ from the
 * known text, terms of the glossary that were chosen, and all notes that were found.
 */
export function toMarks(
  findings: Findings,
  notes: readonly Note[],
  places: ReadonlyMap<string, Found>,
  wanted: Settings['marks'],
  altered: readonly Span[] = [],
  glossary: readonly Span[] = [],
): Mark[] {
  const marks: Mark[] = [];
  glossary.forEach(({ start, end }, i) => {
    marks.push({ start, end, id: `glossary:${i}`, kind: 'glossary' });
  });
  if (wanted.differences) {
    altered.forEach(({ start, end }, i) => {
      marks.push({ start, end, id: `altered:${i}`, kind: 'altered' });
    });
  }
  if (wanted.terms) {
    findings.terms.forEach(({ start, end }, i) => {
      marks.push({ start, end, id: `term:${i}`, kind: 'term' });
    });
    findings.uses.forEach(({ start, end }, i) => {
      marks.push({ start, end, id: `use:${i}`, kind: 'use' });
    });
  }
  if (wanted.deadlines) {
    findings.deadlines.forEach(({ start, end }, i) => {
      marks.push({ start, end, id: `deadline:${i}`, kind: 'deadline' });
    });
  }
  if (wanted.citations) {
    findings.citations.forEach(({ start, end }, i) => {
      marks.push({ start, end, id: `citation:${i}`, kind: 'citation' });
    });
  }
  for (const note of notes) {
    const span = places.get(note.id)?.span;
    if (span) marks.push({ ...span, id: `note:${note.id}`, kind: 'note', shade: note.colour });
  }
  return marks;
}

/** All that is to be marked of what is known of a text now. */
export function marksOf(text: Text, wanted: Settings['marks']): Mark[] {
  return toMarks(text.findings, text.notes, text.places, wanted, alteredOf(text), text.glossary.marked);
}
