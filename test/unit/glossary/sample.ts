import { type Compiled, compileGlossary } from '../../../lib/glossary/compile.ts';
import type { Entry, OwnEntry } from '../../../lib/glossary/types.ts';

const ZH = '把分散的办事渠道合到一个门户里，办事人登录一次就能查询、申报和取得结果，不必逐家跑部门。';

/** An entry of our own making; what matters to a test is given. */
export function makeEntry(term: string, given: Partial<Entry> = {}): Entry {
  return {
    term,
    aliases: [],
    kind: 'mechanism',
    zh: ZH,
    en: `English of ${term}`,
    enOfficial: false,
    enText: 'One door for everything that people have to do with the authorities.',
    since: null,
    where: null,
    sources: [{ law: '中华人民共和国行政许可法', article: '第三条' }],
    related: [],
    ...given,
  };
}

/** A compiled glossary of some entries. */
export function makeCompiled(
  entries: readonly Entry[],
  more: { elsewhere?: unknown; mentions?: unknown } = {},
): Compiled {
  return compileGlossary({
    topics: { 'made-up.json': { entries } },
    elsewhere: { words: [] },
    mentions: { terms: {} },
    ...more,
  });
}

export function ownEntry(number: number, given: Partial<OwnEntry> & { term: string }): OwnEntry {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    key: given.term,
    hidden: false,
    aliases: [],
    kind: 'concept',
    zh: '我自己的解释。',
    en: '',
    enText: '',
    where: null,
    created: '2025-06-30T08:00:00.000Z',
    updated: '2025-06-30T08:00:00.000Z',
    ...given,
  };
}
