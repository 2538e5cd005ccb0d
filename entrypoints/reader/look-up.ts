import { findGlossary } from './glossary.ts';
import { placeNotes } from './place-notes.ts';
import { report } from './report.ts';
import type { Text } from './session.ts';

/**
 * Asks the background what is known of a text, and finds its notes and the glossary's terms in it.
 *
 * @param stop says that nobody wants to know any more
 * @param repaint is told when there is more to paint; not at the end
 */
export async function lookUp(text: Text, stop: () => boolean, repaint: () => void): Promise<void> {
  const before = text.notes;
  text.answer = await report(text);
  if (!stop()) await placeNotes(text, text.answer.notes, stop, before);
  if (stop()) return;
  repaint();
  text.glossary = (await findGlossary(text, stop)) ?? text.glossary;
}
