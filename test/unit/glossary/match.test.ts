import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsAlone } from '../../../lib/glossary/borders.ts';
import { formsOf, keyed, keyOf } from '../../../lib/glossary/key.ts';
import { findWords } from '../../../lib/glossary/match.ts';
import { loadTable, packWords } from '../../../lib/glossary/table.ts';
import { fold } from '../../../lib/reading/fold.ts';
import { plainInput } from '../../../lib/reading/plain.ts';
import { wordsIn } from './words.ts';

describe('a term is found in each of its spellings', () => {
  const CASES: [name: string, term: string, text: string, found: string][] = [
    ['as it is', '双随机、一公开', '渡口推行双随机、一公开检查。', '双随机、一公开'],
    ['in quotation marks', '双随机、一公开', '推行“双随机、一公开”检查。', '双随机、一公开'],
    ['in corner brackets', '双随机、一公开', '推行「双随机、一公开」检查。', '双随机、一公开'],
    ['without its separator', '双随机、一公开', '推行“双随机一公开”检查。', '双随机一公开'],
    ['with a full-width comma', '双随机、一公开', '推行双随机，一公开检查。', '双随机，一公开'],
    ['with a raised dot', '双随机、一公开', '推行双随机·一公开检查。', '双随机·一公开'],
    ['each part quoted', '双随机、一公开', '推行“双随机”“一公开”检查。', '双随机”“一公开'],
    ['quotation marks inside', '国际贸易“单一窗口”', '接入国际贸易“单一窗口”办理', '国际贸易“单一窗口'],
    ['inner quotation marks missing', '国际贸易“单一窗口”', '接入国际贸易单一窗口办理', '国际贸易单一窗口'],
    ['full-width plus', '互联网+监管', '推进“互联网＋监管”建设', '互联网＋监管'],
    ['quoted in the middle', '互联网+监管', '推进“互联网+”监管建设', '互联网+”监管'],
    ['letters small', 'RCEP', '用好rcep规则', 'rcep'],
    ['letters wide', 'RCEP', '用好ＲＣＥＰ规则', 'ＲＣＥＰ'],
    ['letter-spaced', '一网通办', '深化 一 网 通 办 改革', '一 网 通 办'],
    ['broken over a line', '一网通办', '深化一网\n通办改革之后群众办事更加便利', '一网\n通办'],
    ['hyphen missing', 'C-V2X', '部署CV2X路侧设备', 'CV2X'],
    ['words apart', 'World Bank', '对标 World  Bank 的评价', 'World  Bank'],
  ];
  it.each(CASES)('%s', (name, term, text, found) => {
    if (name === 'broken over a line') {
      const table = loadTable(packWords(formsOf(term)));
      const blocks = [{ start: 0, end: text.length, kind: 'para' as const }];
      expect(findWords(text, fold({ text, blocks }), table).map((h) => text.slice(h.start, h.end))).toEqual([
        found,
      ]);
    } else expect(wordsIn(text, [term])).toEqual([found]);
  });
});

describe('a term is not found', () => {
  const CASES: [name: string, terms: string[], text: string][] = [
    ['over two paragraphs', ['一网通办'], '渡口的业务归一网\n\n通办的事项另行公布'],
    ['where a list puts its parts side by side', ['科技金融'], '支持科技、金融、航运发展'],
    ['within a longer Latin word', ['CEP'], '用好RCEP规则'],
    ['as the beginning of a Latin word', ['AI'], '提供AIDS检测'],
    ['behind a digit', ['5G'], '采用15G接口'],
    ['before a letter', ['5G'], '采用5GHz频段'],
    ['behind another numeral', ['三公里就业圈'], '建成十三公里就业圈'],
    ['behind 第', ['一网'], '第一网格'],
    ['where its last character begins the next word', ['财政部'], '渡口所需由财政部门安排'],
    ['the same, with two characters', ['法人', '施行'], '实施行政检查的执法人员'],
    [
      'as the beginning of an office’s name',
      ['渡口新区', '渡运安全'],
      '渡口新区建设管理办公室和渡运安全委员会',
    ],
    ['where it names who does it', ['渡口调解'], '渡口调解员'],
    ['behind 企, where 企事业单位 is meant', ['事业单位'], '由渡口的企事业单位报名'],
    ['before another numeral', ['十四五'], '共有一十四五六项'],
  ];
  it.each(CASES)('%s', (_, terms, text) => {
    expect(wordsIn(text, terms)).toEqual([]);
  });
});

it('is found where such a character ends it after all', () => {
  expect(wordsIn('财政部、法人和就近办。', ['财政部', '法人', '就近办'])).toEqual([
    '财政部',
    '法人',
    '就近办',
  ]);
});

describe('where names overlap', () => {
  const CASES: [name: string, terms: string[], text: string, found: string[]][] = [
    ['the longer', ['单一窗口', '国际贸易单一窗口'], '登录国际贸易单一窗口', ['国际贸易单一窗口']],
    ['the shorter, where it stands alone', ['单一窗口', '国际贸易单一窗口'], '登录单一窗口', ['单一窗口']],
    ['the longer, though it starts later', ['港航贸易', '贸易便利化'], '港航贸易便利化', ['贸易便利化']],
    ['the first of equals', ['渡口管理', '管理机构'], '渡口管理机构', ['渡口管理']],
    ['what is left beside the longest', ['甲乙丙', '甲乙', '丙丁戊己'], '甲乙丙丁戊己', ['甲乙', '丙丁戊己']],
    ['all that stand side by side', ['一网通办', '一网统管'], '一网通办一网统管', ['一网通办', '一网统管']],
  ];
  it.each(CASES)('%s', (_, terms, text, found) => {
    expect(wordsIn(text, terms)).toEqual(found);
  });
});

it('tells what stands in the title of another document', () => {
  const text = '依照《南渡市一网通办办法》《放管服》推进一网通办。';
  const table = loadTable(packWords(['一网通办', '放管服']));
  const hits = findWords(text, fold(plainInput(text)), table);
  expect(hits.map(({ inTitle }) => inTitle)).toEqual([true, false, false]);
});

describe('against a plain scan', () => {
  const TERMS = ['甲乙', '乙甲', '甲乙丙', '丙', '乙、丙', 'a甲', '一甲', '丙丙丙丙', 'ab'];
  const piece = fc.constantFrom(
    '甲',
    '乙',
    '丙',
    '、',
    '，',
    '“',
    '”',
    'a',
    'B',
    '一',
    ' ',
    '\n\n',
    '《',
    '。',
  );
  const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));

  it('finds the same, however the text is made', () => {
    fc.assert(
      fc.property(text, fc.subarray(TERMS), (some, terms) => {
        expect(wordsIn(some, terms)).toEqual(scan(some, terms));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes linear time where everything overlaps everything', () => {
    const words = Array.from({ length: 40 }, (_, i) => '甲'.repeat(i + 2));
    expect(wordsIn('甲'.repeat(20_000), words)).toHaveLength(488);
  });
});

/** Every word at every place, then the longest first: slow, and plainly right. */
function scan(text: string, terms: readonly string[]): string[] {
  const folded = fold(plainInput(text));
  const { units, length, at } = keyed(folded.text);
  const key = String.fromCharCode(...units.subarray(0, length));
  const all: { start: number; end: number }[] = [];
  for (const word of new Set(terms.flatMap(formsOf))) {
    for (let i = key.indexOf(word); i >= 0; i = key.indexOf(word, i + 1)) {
      const start = folded.at[at[i] ?? 0] ?? 0;
      const end = (folded.at[at[i + word.length - 1] ?? 0] ?? 0) + 1;
      if (standsAlone(text, start, end)) all.push({ start, end });
    }
  }
  const taken: typeof all = [];
  for (const one of all.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken.every(({ start, end }) => one.end <= start || end <= one.start)) taken.push(one);
  }
  return taken.sort((a, b) => a.start - b.start).map(({ start, end }) => text.slice(start, end));
}

describe('the packed table', () => {
  it('finds each of many words by its numbers alone', () => {
    const words = Array.from({ length: 3000 }, (_, i) => `渡${String.fromCharCode(0x4e00 + i)}口${i}`);
    const table = loadTable(packWords(words));
    for (const word of words) {
      const hits = findWords(word, fold(plainInput(word)), table);
      expect(hits.map(({ form }) => words[form])).toEqual([keyOf(word)]);
    }
  });

  it('makes something harmless of bytes that are no table', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, text) => {
        findWords(text, fold(plainInput(text)), loadTable(bytes));
      }),
    );
  });
});
