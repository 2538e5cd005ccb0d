import { ABOUT_TITLE, type Sign, signsOfText, verdictOf } from './kind.ts';
import type { Input } from './types.ts';

/** What a text is to the documents it names. */
export interface Stance {
  /** It only speaks about them: an explanation, a newsletter, news. */
  about: boolean;
  /** It explains one of them. */
  explains: boolean;
  /** What kind of text about documents it is; null for a document. */
  kind: '政策解读' | '简报' | '公报目录' | '新闻' | null;
  signs: readonly Sign[];
}

/** Only the beginning is looked at: what a text is shows there. */
const HEAD = 6000;
const EXPLAINS = /解读|图解|读懂|看懂|答记者问|政策问答/;

/** Two finders ask the same of one input. */
const known = new WeakMap<Input, Stance>();

/** What the text is to the documents it names, from its own signs and the page's heading. */
export function stanceOf(input: Input): Stance {
  const before = known.get(input);
  if (before) return before;
  const head = input.text.slice(0, HEAD);
  const heading =
    input.facts.heading ?? input.facts.title ?? head.slice(0, 80).trim().split('\n', 1)[0] ?? '';
  const signs = signsOfText(head);
  const explains = signs.some((sign) => sign.key === 'explains') || EXPLAINS.test(heading);
  const titled = ABOUT_TITLE.test(input.facts.heading ?? '');
  const about = explains || titled || verdictOf(signs, head).verdict === 'about';
  const stance = { about, explains, kind: about ? kindOf(explains, signs, head) : null, signs };
  known.set(input, stance);
  return stance;
}

function kindOf(explains: boolean, signs: readonly Sign[], head: string): Stance['kind'] {
  if (explains) return '政策解读';
  if (!signs.some((sign) => sign.key === 'issue-of-a-periodical')) return '新闻';
  return /^\s*\S{0,20}公\s*报\s*$/m.test(head.slice(0, 200)) ? '公报目录' : '简报';
}
