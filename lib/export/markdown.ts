import type { MessageKey } from '../i18n/t.ts';
import type { Colour, Note, NotedDocument } from '../notes/types.ts';
import { today } from '../settings/today.ts';
import type { NotesFile } from './json.ts';
import { blockquote, closedMarkdown, escapeMarkdown, hashTag } from './markdown-text.ts';
import { frontMatter } from './yaml.ts';

/** Says a key of the locales: `t`, given by the caller, since this room knows no browser. */
export type Say = (key: MessageKey, ...args: (string | number)[]) => string;

/** Characters of another note's quote by which it is named. */
const QUOTED = 40;

const COLOUR_WORDS: Record<Colour, MessageKey> = {
  vermilion: 'colourVermilion',
  amber: 'colourAmber',
  jade: 'colourJade',
  indigo: 'colourIndigo',
};

/**
 * Writes the notes of one document as Markdown: front matter with what is known of it, then each note
 * with its quote, article, colour, tags and text, in text order.
 *
 * @param say `t`
 */
export function documentToMarkdown(document: NotedDocument, notes: readonly Note[], say: Say): string {
  const tags = [...new Set(notes.flatMap((note) => note.tags))];
  const front = frontMatter({
    title: document.title,
    notice_title: document.noticeTitle,
    doc_number: document.docNumber,
    issuers: document.issuers,
    kind: document.kind,
    issued: document.issued,
    published: document.published,
    effective: document.effective,
    expires: document.expires,
    address: document.addresses[0] ?? null,
    read: document.lastRead,
    tags,
  });
  const title = `# ${titleOf(document, say)}`;
  return `${[front + title, ...notesToMarkdown(notes, 2, say, { documents: [document], notes: [...notes] })].join('\n\n')}\n`;
}

/**
 * Writes the notes of several documents as one Markdown file, a chapter a document, in the given order.
 *
 * @param day the day of the export, for the front matter
 * @param say `t`
 */
export function allToMarkdown({ documents, notes }: NotesFile, day: string, say: Say): string {
  const front = frontMatter({ title: say('exportAllTitle'), exported: day });
  const parts = [`${front}# ${escapeMarkdown(say('exportAllTitle'))}`];
  for (const document of documents) {
    const own = notes.filter((note) => note.document === document.key);
    if (own.length === 0) continue;
    parts.push(
      `## ${titleOf(document, say)}`,
      factsOf(document, say),
      ...notesToMarkdown(own, 3, say, { documents, notes }),
    );
  }
  return `${parts.join('\n\n')}\n`;
}

function titleOf(document: NotedDocument, say: Say): string {
  const title = document.title ?? document.noticeTitle ?? '';
  return oneLine(title) || say('exportNoTitle');
}

/** What is known of a document, as a list: a file of several has no front matter for each. */
function factsOf(document: NotedDocument, say: Say): string {
  const facts: [MessageKey, string | null | undefined][] = [
    ['exportDocNumber', document.docNumber],
    ['exportIssuers', document.issuers.join('、')],
    ['exportIssued', document.issued],
    ['exportPublished', document.published],
    ['exportEffective', document.effective],
    ['exportExpires', document.expires],
    ['exportRead', document.lastRead],
  ];
  const lines = facts.flatMap(([key, value]) => (value ? [`- ${say(key, oneLine(value))}`] : []));
  const address = document.addresses[0];
  if (address) lines.push(`- ${say('exportAddress', link(address))}`);
  return lines.join('\n');
}

/** The notes under headings of their articles. */
function notesToMarkdown(notes: readonly Note[], level: number, say: Say, context: NotesFile): string[] {
  const sorted = [...notes].sort((a, b) => a.anchor.start - b.anchor.start);
  let article: string | null = null;
  return sorted.flatMap((note) => {
    const heading = note.anchor.article && note.anchor.article !== article;
    article = note.anchor.article;
    const parts = [
      blockquote(note.anchor.quote),
      aboutNote(note, say),
      taskOf(note, say),
      closedMarkdown(note.body),
      linksOf(note, context, say),
    ];
    if (heading) parts.unshift(`${'#'.repeat(level)} ${oneLine(note.anchor.article ?? '')}`);
    return parts.filter(Boolean);
  });
}

function aboutNote(note: Note, say: Say): string {
  const parts = [say('exportColour', say(COLOUR_WORDS[note.colour]))];
  if (note.tags.length > 0) parts.push(say('exportTags', note.tags.map(hashTag).join(' ')));
  parts.push(say('exportWritten', today(new Date(note.updated))));
  return parts.join(' · ');
}

/** A task as a line of a task list, which Obsidian and GitHub can tick. */
function taskOf({ task }: Note, say: Say): string {
  if (!task) return '';
  const due = task.due ? say('exportTaskDue', task.due) : say('exportTaskNoDay');
  const done = task.done ? ` · ${say('exportTaskDone', today(new Date(task.done)))}` : '';
  return `- [${task.done ? 'x' : ' '}] ${due}${done}`;
}

/** What a note points to: another note by its quote, an article by its document's title, where the file has them. */
function linksOf({ links }: Note, { documents, notes }: NotesFile, say: Say): string {
  const lines = links.map((link) => {
    if (link.kind === 'article') {
      const document = documents.find(({ key }) => key === link.document);
      const title = document ? titleOf(document, say) : oneLine(link.document);
      return say('exportLinkArticle', title, oneLine(link.article));
    }
    const note = notes.find(({ id }) => id === link.id);
    return say('exportLinkNote', oneLine(note?.anchor.quote.slice(0, QUOTED) ?? link.id));
  });
  return lines.map((line) => `- ${line}`).join('\n');
}

/** A web address as a link; anything else that an imported file calls an address, as text. */
function link(address: string): string {
  if (!/^https?:/i.test(address) || !URL.canParse(address)) return oneLine(address);
  return `<${new URL(address).href}>`;
}

function oneLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim());
}
