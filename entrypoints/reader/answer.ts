import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { type ToReaderReplies, toReader } from '../../lib/messages/lists.ts';
import { type Answer, Problem } from '../../lib/messages/send.ts';
import { factsOf } from '../../lib/page/facts.ts';
import { isOrphan } from './orphan.ts';
import type { Reader } from './reader.ts';

type Name = keyof typeof toReader;
type Bodies = { [N in Name]: v.InferOutput<(typeof toReader)[N]> };
type Answers = { [N in Name]: (body: Bodies[N]) => ToReaderReplies[N] | Promise<ToReaderReplies[N]> };

const Asked = v.object({ list: v.literal('reader'), name: v.string(), body: v.unknown() });

/**
 * Answers what the background and our own pages ask of this page's reader.
 *
 * @returns ends it
 */
export function answerMessages(reader: Reader): () => void {
  const answers: Answers = {
    'reader/state': () => reader.state(),
    'reader/goto': (span) => reader.goto(span),
    'reader/goto-note': ({ id }) => reader.gotoNote(id),
    'reader/place-note': async ({ id, at }) => {
      await reader.placeNote(id, at);
      return null;
    },
    'reader/marks': async ({ on }) => {
      await reader.setMarks(on);
      return null;
    },
    'reader/ask-again': async () => {
      await reader.askAgain();
      return null;
    },
    'reader/step': ({ by }) => {
      reader.cards.close(false);
      reader.steps.go(by);
      return null;
    },
    'reader/write': () => {
      reader.writeOnSelection();
      return null;
    },
    'reader/highlight': () => {
      reader.highlightSelection();
      return null;
    },
    'reader/cite': () => {
      reader.citeSelection();
      return null;
    },
    'reader/notes-changed': async () => {
      await reader.notesChanged();
      return null;
    },
    'reader/glossary-changed': async () => {
      await reader.glossaryChanged();
      return null;
    },
    'reader/editor-closed': ({ token }) => {
      reader.editor.close(token);
      return null;
    },
    'frame/facts': () => factsOf(document, location.href),
  };

  const onMessage = (
    message: unknown,
    sender: Runtime.MessageSender,
  ): Promise<Answer<unknown>> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const asked = v.safeParse(Asked, message);
    if (!asked.success || !Object.hasOwn(toReader, asked.output.name)) return undefined;
    return reply(answers, asked.output.name as Name, asked.output.body);
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => {
    // An extension that is gone has taken its listeners along, and throws when it is asked.
    if (!isOrphan()) browser.runtime.onMessage.removeListener(onMessage);
  };
}

async function reply<N extends Name>(answers: Answers, name: N, body: unknown): Promise<Answer<unknown>> {
  try {
    const checked = v.parse(toReader[name] as v.GenericSchema, body) as Bodies[N];
    return { ok: await answers[name](checked) };
  } catch (error) {
    const { key, args } = error instanceof Problem ? error : new Problem('problemUnexpected');
    return { problem: { key, args } };
  }
}
