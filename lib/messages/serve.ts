import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type FromOursReplies, type FromPageReplies, fromOurs, fromPage } from './lists.ts';
import { Problem } from './problem.ts';
import type { Answer } from './send.ts';
import { type OwnSender, ownSender, type PageSender, pageSender } from './senders.ts';

type Desk<List extends Record<string, v.GenericSchema>, Replies, Sender> = {
  [Name in keyof List & keyof Replies]: (
    body: v.InferOutput<List[Name]>,
    sender: Sender,
  ) => Replies[Name] | Promise<Replies[Name]>;
};

/** Who answers what a page's gate and reader ask. */
export type PageDesk = Desk<typeof fromPage, FromPageReplies, PageSender>;

/** Who answers what our own pages ask. */
export type OwnDesk = Desk<typeof fromOurs, FromOursReplies, OwnSender>;

export interface Desks {
  page: PageDesk;
  ours: OwnDesk;
  /** Whether a frame holds the reader of its tab. */
  isReader: (sender: PageSender) => Promise<boolean>;
}

/**
 * What any frame of a page may say. The gate speaks before there is a reader; the panel must be opened
 * while the reader's click still counts, before anything is waited for.
 */
const FROM_ANY_FRAME: ReadonlySet<string> = new Set(['gate/saw', 'panel/open']);

const Request = v.object({ list: v.picklist(['page', 'ours']), name: v.string(), body: v.unknown() });

/** Answers all messages to the background, from now on. Called once, when it starts. */
export function serve(desks: Desks): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: unknown) =>
    answer(desks, message, sender),
  );
}

/**
 * Answers one message.
 *
 * @param message anything
 * @param sender what the browser says of its sender
 * @returns undefined for what is none of the background's messages; else an answer, which holds a
 *   problem where the sender may not ask this, the body is not right, or something failed
 */
export function answer(
  desks: Desks,
  message: unknown,
  sender: unknown,
): Promise<Answer<unknown>> | undefined {
  const request = v.safeParse(Request, message);
  return request.success ? reply(desks, request.output, sender) : undefined;
}

async function reply(
  desks: Desks,
  { list, name, body }: v.InferOutput<typeof Request>,
  sender: unknown,
): Promise<Answer<unknown>> {
  try {
    if (list === 'ours') {
      const own = allowed(ownSender(sender, name));
      const asked = known(fromOurs, name);
      return { ok: await callDesk(desks.ours, asked, checked(fromOurs[asked], body), own) };
    }
    const page = allowed(pageSender(sender));
    const asked = known(fromPage, name);
    const right = checked(fromPage[asked], body);
    if (!FROM_ANY_FRAME.has(asked) && !(await desks.isReader(page))) return problem('problemNotReader');
    return { ok: await callDesk(desks.page, asked, right, page) };
  } catch (error) {
    if (error instanceof Problem) return { problem: { key: error.key, args: error.args } };
    log(name, error);
    return problem('problemUnexpected');
  }
}

/** The check of the body has made it what the desk expects; TypeScript cannot follow that over a name. */
function callDesk<D extends object, Sender>(desk: D, name: keyof D, body: unknown, sender: Sender): unknown {
  return (desk[name] as (body: unknown, sender: Sender) => unknown)(body, sender);
}

function allowed<Sender>(sender: Sender | null): Sender {
  if (!sender) throw new Problem('problemRefused');
  return sender;
}

function known<List extends object>(list: List, name: string): keyof List & string {
  if (!Object.hasOwn(list, name)) throw new Problem('problemRefused');
  return name as keyof List & string;
}

function checked<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body, { abortEarly: true });
  if (parsed.success) return parsed.output;
  throw new Problem(parsed.issues[0].type === 'max_length' ? 'problemTooLong' : 'problemRefused');
}

function problem(key: string): Answer<never> {
  return { problem: { key, args: [] } };
}

/** Where it failed, but not its message: that may hold words of the page or of the reader. */
function log(name: string, error: unknown): void {
  const what = error instanceof Error ? error : new Error(typeof error);
  const places =
    what.stack?.split('\n').filter((line) => /^\s*at .*-extension:|@moz-extension:/.test(line)) ?? [];
  console.error(`zhupi: ${name}: ${what.name}`, places.slice(0, 8).join('\n'));
}
