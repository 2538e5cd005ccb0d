import fc from 'fast-check';
import { expect, describe as group, it } from 'vitest';
import { describe } from '../../../lib/notes/anchor.ts';
import { anchorFinder } from '../../../lib/notes/anchoring.ts';
import type { Anchor } from '../../../lib/notes/types.ts';

const TEXT = [
  '云岭省企业减负办法',
  '第一条 为了减轻本省中小企业的负担，结合实际，制定本办法。',
  '第二条 企业应当自收到减负通知之日起5个工作日内，向所在地的减负窗口提交申请材料。',
  '第三条 减负窗口应当在15个工作日内办结，不得收取任何费用，办理结果由窗口书面告知申请人。',
  '第四条 对连续三年守信的企业，给予一次性奖励10万元；对守信满五年的企业，给予一次性奖励20万元。',
  '第五条 各级减负窗口应当每年公布办理情况，办理结果由窗口书面告知申请人。',
  '第六条 本办法自2025年7月1日起施行，有效期至2030年6月30日。',
].join('\n');

const OUTLINE = [...TEXT.matchAll(/第.条/g)].map((match) => ({
  start: match.index,
  end: match.index + 3,
  level: 1,
  label: match[0],
  title: '',
}));

/** The anchor of a piece of TEXT; `nth` from 0 where it stands more than once. */
function anchorOf(quote: string, nth = 0, text = TEXT): Anchor {
  let start = text.indexOf(quote);
  for (let i = 0; i < nth; i++) start = text.indexOf(quote, start + 1);
  const anchor = describe(text, { start, end: start + quote.length }, OUTLINE);
  if (!anchor) throw new Error(`no text: ${quote}`);
  return anchor;
}

function find(text: string, anchor: Anchor) {
  const found = anchorFinder(text).find(anchor);
  return {
    state: found.state,
    text: found.span && text.slice(found.span.start, found.span.end),
    now: found.now,
  };
}

group('describe', () => {
  it('names the article and leaves out white space at the ends', () => {
    const start = TEXT.indexOf('15个工作日内');
    const anchor = describe(TEXT, { start, end: start + 7 }, OUTLINE);
    expect(anchor).toMatchObject({ quote: '15个工作日内', article: '第三条', start, end: start + 7 });
    const around = describe(
      TEXT,
      { start: TEXT.indexOf('\n第二条'), end: TEXT.indexOf(' 企业应当自') + 1 },
      OUTLINE,
    );
    expect(around).toMatchObject({ quote: '第二条', start: TEXT.indexOf('第二条') });
  });

  it('gives nothing for white space', () => {
    expect(describe(' \n\u3000 ', { start: 0, end: 4 }, [])).toBeNull();
    expect(describe(TEXT, { start: 5, end: 5 }, [])).toBeNull();
  });

  it('grows the context until the place is the only one', () => {
    const line = '项目名称由各窗口填写，金额由各窗口核定。\n';
    const text = `始${line.repeat(60)}`;
    const start = 1 + line.length * 4 + line.indexOf('核定');
    const anchor = describe(text, { start, end: start + 2 }, []);
    const whole = `${anchor?.prefix}${anchor?.quote}${anchor?.suffix}`;
    expect(text.indexOf(whole)).toBe(text.lastIndexOf(whole));
    expect(whole.length).toBeLessThan(text.length);
  });

  it('does not leave its document', () => {
    const within = { start: TEXT.indexOf('第三条'), end: TEXT.indexOf('第五条') };
    const start = TEXT.indexOf('15个工作日');
    const anchor = describe(TEXT, { start, end: start + 6 }, OUTLINE, within);
    expect(anchor?.prefix).toBe(TEXT.slice(within.start, start));
    const early = describe(TEXT, { start: 0, end: 4 }, OUTLINE, { start: 0, end: 9 });
    expect(early).toMatchObject({ article: null, suffix: '业减负办法' });
  });
});

group('anchorFinder: found again', () => {
  it('exact on the same text', () => {
    expect(find(TEXT, anchorOf('不得收取任何费用'))).toEqual({
      state: 'exact',
      text: '不得收取任何费用',
      now: null,
    });
  });

  it.each([
    ['text in front', (text: string) => `云岭省人民政府文件\n发布日期：2025年6月\n${text}`],
    ['other line breaks and indents', (text: string) => text.replaceAll('\n', '\n\n\u3000\u3000')],
    [
      'full-width digits and half-width punctuation',
      (text: string) => `甲${text}`.replace('15个', '１５个').replaceAll('，', ','),
    ],
    ['a break inside the quote', (text: string) => text.replace('不得收', '不得\n收')],
  ])('moved: %s', (_what, change) => {
    const text = change(TEXT);
    const found = find(text, anchorOf('15个工作日内办结，不得收取任何费用'));
    expect(found.state).toBe('moved');
    expect(found.text?.normalize('NFKC').replace(/\s/g, '')).toBe('15个工作日内办结,不得收取任何费用');
  });

  it('still exact where only the context far away changed', () => {
    const text = TEXT.replace('每年公布', '按年公布');
    expect(find(text, anchorOf('给予一次性奖励10万元')).state).toBe('exact');
  });

  it('tells equal sentences apart by what stands around them', () => {
    const text = `前言。\n${TEXT}`;
    const quote = '办理结果由窗口书面告知申请人';
    const places = [text.indexOf(quote), text.lastIndexOf(quote)];
    for (const nth of [0, 1]) {
      const found = anchorFinder(text).find(anchorOf(quote, nth));
      expect(found).toMatchObject({ state: 'moved', span: { start: places[nth] } });
    }
  });

  it('stays in its own document', () => {
    const text = `${TEXT}\n${TEXT}`;
    const within = { start: TEXT.length + 1, end: text.length };
    const found = anchorFinder(text).find(anchorOf('不得收取任何费用'), within);
    expect(found.span?.start).toBe(TEXT.length + 1 + TEXT.indexOf('不得收取任何费用'));
  });
});

group('anchorFinder: changed', () => {
  it.each([
    ['words put in', '减负窗口应当在15个工作日内办结，不得收取任何费用', '办结', '依法办结'],
    ['words taken out', '向所在地的减负窗口提交申请材料，由窗口核对后当场受理', '核对后', ''],
    ['a word replaced', '各级减负窗口应当每年公布办理情况', '公布', '公开'],
  ])('%s', (_what, quote, old, now) => {
    const base = TEXT.replace(
      '向所在地的减负窗口提交申请材料',
      '向所在地的减负窗口提交申请材料，由窗口核对后当场受理',
    );
    const anchor = anchorOf(quote, 0, base);
    const text = `说明\n${base.replace(quote, quote.replace(old, now))}`;
    const found = find(text, anchor);
    expect(found.state).toBe('changed');
    expect(found.text).toBe(quote.replace(old, now));
    expect(found.now).toBe(found.text);
  });
});

group('anchorFinder: better lost than wrong', () => {
  const within5 = '企业应当自收到减负通知之日起5个工作日内，向所在地的减负窗口提交申请材料';
  it.each([
    ['another number', within5, '5个工作日', '6个工作日'],
    ['another unit', within5, '5个工作日', '5日'],
    ['a number made longer', '5个工作日内，向所在地的减负窗口提交申请材料', '5个工作日', '25个工作日'],
    ['another date', '本办法自2025年7月1日起施行，有效期至2030年6月30日', '2025年', '2026年'],
    ['another amount', '对连续三年守信的企业，给予一次性奖励10万元', '10万', '10亿'],
    ['another Chinese numeral', '对连续三年守信的企业，给予一次性奖励', '三年', '两年'],
    ['a negation less', '应当在15个工作日内办结，不得收取任何费用，办理', '不得', '可以'],
    ['a negation in front of the quote', '应当自收到减负通知之日起5个工作日内', '应当自', '不应当自'],
    ['gone', '对守信满五年的企业，给予一次性奖励20万元', '；对守信满五年的企业，给予一次性奖励20万元', ''],
  ])('%s', (_what, quote, old, now) => {
    const anchor = anchorOf(quote);
    const text = `说明\n${TEXT.replace(old, now)}`;
    expect(text).not.toContain(`说明\n${TEXT}`);
    expect(find(text, anchor)).toEqual({ state: 'lost', text: null, now: null });
  });

  it('a short quote whose article is gone is not found in another one', () => {
    const anchor = anchorOf('书面告知申请人', 0);
    const text = `说明\n${TEXT.replace(/第三条.*\n/, '').replace('办理情况，办理结果', '办理情况，有关决定')}`;
    expect(text).toContain('书面告知申请人');
    expect(find(text, anchor).state).toBe('lost');
  });

  const STANDING =
    '治理单位应当按照本办法的要求编制治理方案，明确责任人员、所需资金和完成时限。方案经所在地主管部门核对后实施。';
  const LEAD_IN = '主管部门发现重大隐患的，应当及时督促有关单位整改。';
  const TWICE = `第一条 ${LEAD_IN}\n${STANDING}\n第二条 有关单位应当每季度公布进展。\n第三条 监督检查由所在地政府组织。\n附：修改对照\n${LEAD_IN}\n${STANDING}\n治理资金由财政予以保障，专款专用。`;

  it.each([
    ['the first of two like places', 0, '第一条', '第二条'],
    ['the second of two like places', 1, '附：修改对照', '治理资金'],
  ])('a long quote whose own place is gone is not found at its twin: %s', (_what, nth, from, to) => {
    const anchor = anchorOf(STANDING, nth, TWICE);
    expect(anchor.prefix.length + anchor.suffix.length).toBeGreaterThan(64);
    const text = TWICE.slice(0, TWICE.indexOf(from)) + TWICE.slice(TWICE.indexOf(to));
    expect(text.split(STANDING)).toHaveLength(2);
    expect(find(text, anchor)).toEqual({ state: 'lost', text: null, now: null });
    expect(find(`前言。\n${TWICE}`, anchor)).toMatchObject({ state: 'moved', text: STANDING });
  });

  it('nor is one of two side by side', () => {
    const title = '云岭省人民政府关于印发《云岭省企业减负和隐患治理实施办法》的通知的说明';
    const text = `${title}\n${title}\n${TEXT}`;
    for (const nth of [0, 1])
      expect(find(`${title}\n${TEXT}`, anchorOf(title, nth, text)).state).toBe('lost');
  });

  const TITLE = '云岭省企业减负和隐患治理工作专班关于推进数字化治理工作的实施方案的通知';
  const ROW = '省级治理专班办公室、各县治理专班、各园区管委会，2027年底前完成';
  const DUTY = '治理单位应当加强隐患治理的数字化管理，按照要求向主管部门实时、准确地报送治理数据。';
  const CASES: [string, string, string, number, (text: string) => string][] = [
    [
      'a title of which one of two is taken out with what stood between them',
      `${TITLE}\n印发日期：2026年3月1日，发布于同月。\n字号：大中小\n${TITLE}\n云府办发〔2026〕7号\n各县治理专班，各园区管委会：\n${TEXT}`,
      TITLE,
      1,
      (text) => text.replace(/印发日期.*\n/, '').replace(`字号：大中小\n${TITLE}`, '字号：大中小'),
    ],
    [
      'the sentence of an amendment that an article of the amended text repeats',
      `一、第七条修改为：\n${DUTY}\n报送的范围由主管部门另定。\n${TEXT}\n第七条（数据报送）\n${DUTY}\n前款规定自公布起执行。`,
      DUTY,
      0,
      (text) => text.replace(`${DUTY}\n报送`, '另行规定。\n报送').replace('第七条（数据报送）', '另行规定。'),
    ],
    [
      'a clause that also stands in the row of a table, nearly so',
      `（四）提升基层服务能力。加强服务站点建设，统一名称和标识，保障办公场所和人员。\n${TEXT}\n（四）提升基层服务能力\t加强服务站点建设，统一名称和标识，保障办公场所和人员。`,
      '升基层服务能力。加强服务站点建设，统一名称和标识',
      0,
      (text) => text.slice(text.indexOf('\n')),
    ],
    [
      'a cell that repeats from row to row, when its row is taken out',
      `${TEXT}\n建立用户材料库，优化材料的复用。\n${ROW}\n推进证照的场景应用。\n${ROW}\n建成签名和印章的支撑系统，全面使用电子印章。\n${ROW}`,
      ROW,
      1,
      (text) => text.replace(`推进证照的场景应用。\n${ROW}\n`, ''),
    ],
    [
      'words that begin like the sentence after theirs, when theirs is gone',
      `${TEXT}\n孵化基地不得擅自变更用途；未经同意，不得擅自变更用途。澄江新区可以结合本地情况调整资助的范围，但下调幅度不得超过33%。松溪新城可以结合本地情况调整资助的范围，但下调幅度不得超过11%。`,
      '化基地不得擅自变更用途；未经同意，不得擅自变更用途。澄江新区可以结合本地情',
      0,
      (text) => text.replace(/澄江新区可以.*33%。/, ''),
    ],
    ['a bound right after a date', TEXT, '2025年7月1日', 0, (text) => text.replace('1日起', '1日前')],
    [
      'the ordinal that begins with its last character',
      TEXT,
      '书面告知申请人。\n第',
      0,
      (text) => text.replace('第四条', '第七条'),
    ],
  ];

  it.each(CASES)('%s', (_what, text, quote, nth, change) => {
    const anchor = anchorOf(quote, nth, text);
    const now = change(text);
    expect(now).not.toBe(text);
    expect(find(`前言。\n${text}`, anchor).state).toBe('moved');
    expect(find(`前言。\n${now}`, anchor).state).toBe('lost');
  });

  it('one that stands twice in other surroundings is still found where those were edited', () => {
    const text = `${TEXT}\n${STANDING}\n${TEXT.slice(30, 90)}\n第八条 另有规定的，从其规定。\n${STANDING}\n第九条 解释由主管部门负责。`;
    const anchor = anchorOf(STANDING, 1, text);
    expect(anchor.prefix).toHaveLength(48);
    const now = text.replace('另有规定的', '本省另有规定的');
    expect(anchorFinder(now).find(anchor)).toMatchObject({
      state: 'moved',
      span: { start: now.lastIndexOf(STANDING) },
    });
  });

  it('two equally close sentences are a tie', () => {
    const row = '对符合条件的甲类企业给予一次性的资金奖励\n';
    const base = `一、\n${row}二、其他`;
    const anchor = describe(base, { start: 3, end: 3 + row.length - 1 }, []) as Anchor;
    const text = `另\n${row.replace('甲', '乙')}又\n${row.replace('甲', '丙')}`;
    expect(find(text, anchor).state).toBe('lost');
  });

  it('an empty or blank quote is lost, not everywhere', () => {
    const anchor = { quote: '', prefix: '', suffix: '', start: 0, end: 0, article: null, sentence: null };
    expect(find(TEXT, anchor).state).toBe('lost');
    expect(find(TEXT, { ...anchor, quote: ' \u3000', end: 2 }).state).toBe('lost');
  });
});

group('anchorFinder: any text', () => {
  const han = fc.string({
    unit: fc.constantFrom(...'企业应当在日内办结不得5十年，。\n \u3000第条'),
    minLength: 1,
    maxLength: 300,
  });

  it('finds what it described, at its place', () => {
    fc.assert(
      fc.property(han, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % text.length, b % text.length].sort((x, y) => x - y) as [number, number];
        const anchor = describe(text, { start, end: end + 1 }, []);
        if (!anchor) return;
        expect(text.slice(anchor.start, anchor.end)).toBe(anchor.quote);
        expect(anchorFinder(text).find(anchor)).toEqual({
          state: 'exact',
          span: { start: anchor.start, end: anchor.end },
          now: null,
        });
      }),
    );
  });

  it('finds nothing that is not in the text, whatever the two are', () => {
    fc.assert(
      fc.property(han, han, han, fc.nat(50), (text, quote, context, start) => {
        const anchor = {
          quote,
          prefix: context,
          suffix: context,
          start,
          end: start + quote.length,
          article: null,
          sentence: null,
        };
        const found = anchorFinder(text).find(anchor);
        if (found.span) {
          expect(found.span.start).toBeGreaterThanOrEqual(0);
          expect(found.span.end).toBeLessThanOrEqual(text.length);
          expect(found.span.end).toBeGreaterThan(found.span.start);
        } else expect(found.state).toBe('lost');
        if (found.state === 'exact' || found.state === 'moved') {
          const now = text.slice(found.span?.start, found.span?.end);
          expect(now.replace(/\s/g, '')).toBe(quote.replace(/\s/g, ''));
        }
      }),
    );
  });
});
