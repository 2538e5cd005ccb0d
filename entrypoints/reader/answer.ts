import browser, { type Runtime } from 'webextension-polyfill';
import type { ToReaderReplies } from '../../lib/messages/lists.ts';
import { isProblem } from '../../lib/messages/problem.ts';
import { type Answer, Problem } from '../../lib/messages/send.ts';
import { factsOf } from '../../lib/page/facts.ts';
import { type Bodies, isBody, isName, type Name } from './checks.ts';
import { isOrphan } from './orphan.ts';
import type { Reader } from './reader.ts';

type Answers = { [N in Name]: (body: Bodies[N]) => ToReaderReplies[N] | Promise<ToReaderReplies[N]> };

/**
 * Answers what the background and our own pages ask of this page's reader.
 *
 * @returns ends it
 */
export function answerMessages(reader: Reader): () => void {
  // A key that is pressed while the page is still being read is not told that there is nothing on it.
  const shown = async () => {
    if (!reader.text) await reader.ready;
    return reader.ui.get();
  };
  const answers: Answers = {
    'reader/state': () => reader.state(),
    'reader/goto': (span) => reader.goto(span),
    'reader/goto-note': ({ id }) => reader.gotoNote(id),
    'reader/place-note': async ({ id, at }) => {
      await reader.placeNote(id, at);
      return null;
    },
    'reader/marks': ({ on }) => {
      reader.setMarks(on);
      return null;
    },
    'reader/settings-changed': async () => {
      await reader.settingsChanged();
      return null;
    },
    'reader/ask-again': async () => {
      await reader.askAgain();
      return null;
    },
    'reader/step': async ({ by }) => {
      (await shown()).step(by);
      return null;
    },
    'reader/write': async () => {
      (await shown()).write();
      return null;
    },
    'reader/highlight': async () => {
      (await shown()).highlight();
      return null;
    },
    'reader/cite': async () => {
      (await shown()).cite();
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
      reader.ui.now?.editorClosed(token);
      return null;
    },
    'frame/facts': () => factsOf(document, location.href),
  };

  const onMessage = (
    message: unknown,
    sender: Runtime.MessageSender,
  ): Promise<Answer<unknown>> | undefined => {
    if (sender.id !== browser.runtime.id) return undefined;
    const { list, name, body } = (message ?? {}) as Record<string, unknown>;
    return list === 'reader' && isName(name) ? reply(answers, name, body) : undefined;
  };
  browser.runtime.onMessage.addListener(onMessage);
  return () => {
    // An extension that is gone has taken its listeners along, and throws when it is asked.
    if (!isOrphan()) browser.runtime.onMessage.removeListener(onMessage);
  };
}

async function reply<N extends Name>(answers: Answers, name: N, body: unknown): Promise<Answer<unknown>> {
  try {
    if (!isBody(name, body)) throw new Problem('problemUnexpected');
    return { ok: await answers[name](body) };
  } catch (error) {
    const { key, args } = isProblem(error) ? error : new Problem('problemUnexpected');
    return { problem: { key, args } };
  }
}
