import { gzipSync } from 'node:zlib';
import AhoCorasick from 'ahocorasick';
import { compiledGlossary } from '../../lib/cli/build-glossary.ts';
import type { Compiled } from '../../lib/glossary/compile.ts';
import { foundAt, metAt, nameForms } from '../../lib/glossary/find.ts';
import { type Glossary, makeGlossary } from '../../lib/glossary/glossary.ts';
import { keyed } from '../../lib/glossary/key.ts';
import { findWords } from '../../lib/glossary/match.ts';
import { loadTable } from '../../lib/glossary/table.ts';
import { type Folded, fold } from '../../lib/reading/fold.ts';
import { plainInput } from '../../lib/reading/plain.ts';
import { benchTexts } from './corpus.ts';
import { median, met, ms, type Row, times } from './measure.ts';

const RUNS = 21;
const LENGTH = 232_000;
const TERMS = 1000;

/** The glossary: its size, how soon it is ready, and how fast a long page is searched for 1,000 terms. */
export async function glossaryRows(): Promise<Row[]> {
  const compiled = await compiledGlossary();
  const packed = JSON.stringify(compiled);
  const ready = median(RUNS, () => void makeGlossary(JSON.parse(packed) as Compiled, []));
  const { words } = makeGlossary(compiled, []);
  return [
    {
      what: `glossary of ${compiled.term.length} entries with ${compiled.aliases.flat().length} aliases`,
      figure: `${(gzipSync(packed).length / 1024).toFixed(1)} KB gzip, ready in the background in ${ms(ready)}`,
      against: `a page's reader gets ${(words.length / 1024).toFixed(1)} KB of numbers`,
      verdict: '',
    },
    ...matchingRows(makeGlossary(thousandTerms(compiled), [])),
  ];
}

function matchingRows(glossary: Glossary): Row[] {
  const { source, texts } = benchTexts();
  const all = texts.join('\n');
  const text = all.repeat(Math.ceil(LENGTH / all.length)).slice(0, LENGTH);
  const input = plainInput(text);
  const forms = glossary.forms.map(({ key }) => key);
  const ours = (folded: Folded) => {
    const hits = findWords(text, folded, table);
    const named = nameForms(glossary, metAt(input.text, hits));
    return foundAt(text, hits, named).length;
  };
  const table = loadTable(glossary.words);
  const folded = fold(input);
  const { units, length } = keyed(folded.text);
  const search = rivals(forms, new TextDecoder('utf-16le').decode(units.subarray(0, length)));
  const time = median(RUNS, () => void ours(folded));
  const withFolding = median(RUNS, () => void ours(fold(input)));
  const regex = median(RUNS, () => void search.regex());
  const automaton = median(RUNS, () => void search.automaton());
  const loading = median(RUNS, () => void loadTable(glossary.words));
  return [
    {
      what: `matching ${glossary.entries.length} terms (${forms.length} spellings) on ${text.length} characters of ${source}`,
      figure: `${ms(time)} for ${ours(folded)} places; ${ms(withFolding)} with folding the text, ${ms(loading)} to make the table`,
      against: 'budget 15 ms',
      verdict: met(time < 15),
    },
    {
      what: 'one large regular expression over the same spellings, on the text as folded already',
      figure: `${ms(regex)} for ${search.regex()} places`,
      against: `we take ${times(time / regex)} its time`,
      verdict: met(time < regex),
    },
    {
      what: 'the ahocorasick package over the same spellings, on the text as folded already',
      figure: `${ms(automaton)} for ${search.automaton()} places, overlapping ones among them`,
      against: `we take ${times(time / automaton)} its time`,
      verdict: met(time < automaton),
    },
  ];
}

/** The other two search what our folding made: quotation marks, widths and case are no trouble of theirs. */
function rivals(forms: readonly string[], text: string): { regex: () => number; automaton: () => number } {
  const escaped = [...forms]
    .sort((a, b) => b.length - a.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('|'), 'g');
  const machine = new AhoCorasick([...forms]);
  return {
    regex: () => [...text.matchAll(pattern)].length,
    automaton: () => machine.search(text).reduce((sum, [, words]) => sum + words.length, 0),
  };
}

/** The first thousand entries; where there are fewer, made-up ones of the same lengths fill up. */
function thousandTerms(compiled: Compiled): Compiled {
  const term = compiled.term.slice(0, TERMS);
  for (let i = 0; term.length < TERMS; i++) {
    const like = compiled.term[i % compiled.term.length] ?? '';
    term.push(`${like.slice(1)}${String.fromCharCode(0x4e00 + i * 7)}`);
  }
  const filled = <T>(column: readonly T[], rest: T) => term.map((_, i) => column[i] ?? rest);
  return {
    ...compiled,
    term,
    aliases: filled(compiled.aliases, []),
    kind: filled(compiled.kind, 'concept'),
    zh: filled(compiled.zh, ''),
    en: filled(compiled.en, ''),
    official: filled(compiled.official, 0),
    enText: filled(compiled.enText, ''),
    since: filled(compiled.since, null),
    where: filled(compiled.where, null),
    sources: filled(compiled.sources, []),
    related: term.map(() => []),
    common: filled(compiled.common, 0),
    mentions: filled(compiled.mentions, []),
    elsewhere: [],
  };
}
