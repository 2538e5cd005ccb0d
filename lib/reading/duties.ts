import { namesOf } from './duties/agencies.ts';
import { type Roles, readFields } from './duties/fields.ts';
import { readJoint, readLed, readPhrase } from './duties/phrases.ts';
import { tableDuties } from './duties/tables.ts';
import { unfold } from './fold.ts';
import type { Reading } from './read.ts';
import { finish, type Slices } from './slices.ts';
import { behindLabel } from './terms/phrase.ts';
import { closing, indexNear, sentenceEnd } from './terms/scan.ts';
import type { Duty, Span } from './types.ts';

const FIELD =
  /(?:牵头|主办|责任|主责|负责|配合|协办|实施|承办|落实)(?:部门和单位|单位和部门|部门|单位|处室|机构|主体|领导|人)(?:\([^()]{1,6}\))?:/;
const LONGEST = 600;

/**
 * Finds who has to do something: labelled brackets and lines (`（责任单位：甲、乙；完成时限：…）`), brackets that
 * name bodies (`（甲牵头，乙配合）`), sentences (`由甲会同乙负责`), and rows of task tables.
 *
 * @returns duties in text order; names without white space, `due` word for word. Linear time.
 */
export function findDuties(reading: Reading): Duty[] {
  return finish(dutySlices(reading));
}

/** `findDuties` with a pause after each way of saying it. */
export function* dutySlices(reading: Reading): Slices<Duty[]> {
  const { input, folded } = reading;
  const { text } = folded;
  const duties: Duty[] = tableDuties(input, folded);
  const add = (roles: Roles, start: number, end: number, task: Span | null) => {
    const due = roles.due ? unfold(folded, roles.due.start, roles.due.end) : null;
    duties.push({
      ...unfold(folded, start, end),
      lead: namesOf(input.text, folded, roles.lead),
      support: namesOf(input.text, folded, roles.support),
      due: due ? input.text.slice(due.start, due.end) : null,
      task: task && task.end > task.start ? unfold(folded, task.start, task.end) : null,
    });
  };
  for (const find of [findBracketed, findLines, findSentences]) {
    yield;
    find(text, add);
  }
  return withoutOverlap(duties);
}

type Add = (roles: Roles, start: number, end: number, task: Span | null) => void;

/** Brackets at the end of a paragraph or a sentence; the task is what the paragraph says before. */
function findBracketed(text: string, add: Add): void {
  let taskFrom = 0;
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const before = text.charAt(open - 1);
    const head = text.slice(open + 1, open + 24);
    const labelled = head.includes(':') && FIELD.test(head);
    if (!labelled && !(before === '。' || before === ';' || before === '\n')) continue;
    const close = closing(text, open, LONGEST);
    if (close < 0) continue;
    const after = text.charAt(close + 1);
    const last = after === '\n' || after === '' || after === '。' || after === ';';
    const bare = last && before === '。';
    // The number of an item: too short for a body of two characters and its part, 牵头.
    if (!labelled && close - open <= (bare ? 2 : 4)) continue;
    const roles = labelled ? readFields(text, open + 1, close) : readPhrase(text, open + 1, close, bare);
    if (!roles) continue;
    const line = lineStart(text, open);
    const start = Math.max(line, taskFrom);
    add(roles, open, close + 1, start < open ? taskIn(text, start, open) : lineBefore(text, line));
    taskFrom = close + 1;
    open = close;
  }
}

/** Fields without a bracket, at a line's start or after a sentence: the task is what stands before. */
function findLines(text: string, add: Add): void {
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const from = Math.max(0, colon - 16);
    const label =
      /(?:^|[\n。;])((?:牵头|责任|主责|负责|实施|承办|落实)(?:部门和单位|单位和部门|部门|单位|处室|机构|主体)(?:\([^()]{1,6}\))?:)$/.exec(
        text.slice(from, colon + 1),
      );
    if (!label) continue;
    const start = colon + 1 - (label[1] ?? '').length;
    const found = indexNear(text, '\n', colon, LONGEST);
    const end = found < 0 ? Math.min(text.length, start + LONGEST) : found;
    const roles = readFields(text, start, end);
    if (!roles) continue;
    const line = lineStart(text, start);
    add(roles, start, end, line < start ? taskIn(text, line, start) : lineBefore(text, line));
    colon = end - 1;
  }
}

/** Sentences with 会同 and 由…牵头: the task is what the sentence goes on to say. */
function findSentences(text: string, add: Add): void {
  for (const [word, read] of [
    ['会同', readJoint],
    ['牵头', readLed],
  ] as const) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 2)) {
      const duty = read(text, at);
      if (!duty) continue;
      const from = duty.end + (',、'.includes(text.charAt(duty.end)) ? 1 : 0);
      add(duty.roles, duty.start, duty.end, { start: from, end: sentenceEnd(text, from) });
    }
  }
}

function lineStart(text: string, at: number): number {
  for (let i = at; i > at - 2 * LONGEST && i > 0; i--) if (text.charAt(i - 1) === '\n') return i;
  return Math.max(0, at - 2 * LONGEST);
}

/** The task that a stretch of a line states, without the number of the line. */
function taskIn(text: string, start: number, end: number): Span {
  return {
    start: text.charAt(start - 1) === '\n' || start === 0 ? behindLabel(text, start, end) : start,
    end,
  };
}

/** The line before this one, as a task. */
function lineBefore(text: string, line: number): Span | null {
  if (line < 2) return null;
  const start = lineStart(text, line - 1);
  return taskIn(text, start, line - 1);
}

/** In text order; of two that overlap the one that starts first, which is the fuller. */
function withoutOverlap(duties: Duty[]): Duty[] {
  duties.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Duty[] = [];
  let end = -1;
  for (const duty of duties) {
    if (duty.start < end) continue;
    kept.push(duty);
    end = duty.end;
  }
  return kept;
}
