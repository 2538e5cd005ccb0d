import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuties } from '../../../../lib/reading/duties.ts';
import { fold } from '../../../../lib/reading/fold.ts';
import type { Block, Duty } from '../../../../lib/reading/types.ts';
import { readingOf } from '../terms/helpers.ts';

function duties(text: string): Duty[] {
  return findDuties(readingOf(text));
}

/** `lead / support / due` of each duty. */
function who(text: string): string[] {
  return duties(text).map(
    ({ lead, support, due }) => `${lead.join('、')} / ${support.join('、')} / ${due ?? ''}`,
  );
}

describe('labelled brackets and lines', () => {
  test.each([
    [
      '清理岸线。（责任单位：市水务局、市渔业局；完成时限：2025年12月底）',
      '市水务局、市渔业局 /  / 2025年12月底',
    ],
    ['清理岸线。(责任单位:市水务局、市渔业局;完成时限:2025年12月底)', '市水务局、市渔业局 /  / 2025年12月底'],
    ['清理岸线。（牵头单位：市水务局，配合单位：市渔业局、各镇政府）', '市水务局 / 市渔业局、各镇政府 / '],
    [
      '清理岸线。（牵头单位：市水务局；配合单位：市渔业局；完成时间：持续推进）',
      '市水务局 / 市渔业局 / 持续推进',
    ],
    ['清理岸线。（责任部门和单位：市水务局、临湖新区管委会等）', '市水务局、临湖新区管委会 /  / '],
    ['清理岸线。（责任部门：市委组织部（市人才办）、市水务局）', '市委组织部（市人才办）、市水务局 /  / '],
    ['清理岸线（责任单位：市水务局）', '市水务局 /  / '],
    ['清理岸线。（责任单位：市水务局（牵头）、市渔业局、各镇政府）', '市水务局 / 市渔业局、各镇政府 / '],
    ['清理岸线。（主办单位：市水务局，协办单位：市渔业局）', '市水务局 / 市渔业局 / '],
    [
      '清理岸线。（责任领导：李某，责任单位：市水务局，办结时限：6月30日前）',
      '李某、市水务局 /  / 6月30日前',
    ],
    ['清理岸线。\n责任单位：市水务局、市渔业局', '市水务局、市渔业局 /  / '],
    ['清理岸线。责任单位：市水务局；完成时限：2026年6月。', '市水务局 /  / 2026年6月'],
    ['清理岸线。（责任单位：市水务局、市 渔 业 局）', '市水务局、市渔业局 /  / '],
  ])('%s', (text, wanted) => {
    expect(who(text)).toEqual([wanted]);
  });

  test('the task is what the paragraph says before, or the line above', () => {
    const text = '（一）清理岸线。清除围网。（责任单位：市水务局）';
    const [duty] = duties(text);
    expect(duty?.task && text.slice(duty.task.start, duty.task.end)).toBe('清理岸线。清除围网。');
    expect(duty && text.slice(duty.start, duty.end)).toBe('（责任单位：市水务局）');
    const lines = '1.清理岸线。\n责任单位：市水务局\n2.略。';
    const [below] = duties(lines);
    expect(below?.task && lines.slice(below.task.start, below.task.end)).toBe('清理岸线。');
  });

  test('two tasks in a paragraph', () => {
    const text = '清淤。（责任单位：市水务局）护岸。（责任单位：市林业局）';
    expect(duties(text).map((duty) => duty.task && text.slice(duty.task.start, duty.task.end))).toEqual([
      '清淤。',
      '护岸。',
    ]);
  });
});

describe('brackets without labels', () => {
  test.each([
    ['清理岸线。（市水务局负责）', '市水务局 /  / '],
    ['清理岸线。（市水务局、各镇政府按职责分工负责）', '市水务局、各镇政府 /  / '],
    ['清理岸线。（市水务局牵头，市渔业局、各镇政府配合）', '市水务局 / 市渔业局、各镇政府 / '],
    [
      '清理岸线。（市水务局、市林业局牵头，市相关部门和各镇政府按照职责分工负责）',
      '市水务局、市林业局 / 市相关部门、各镇政府 / ',
    ],
    ['清理岸线。（市水务局会同市渔业局负责）', '市水务局 / 市渔业局 / '],
    ['清理岸线。（由市水务局牵头，市渔业局参与，2025年底前完成）', '市水务局 / 市渔业局 / 2025年底前'],
    ['清理岸线。（市水务局、市渔业局、各镇政府）', '市水务局、市渔业局、各镇政府 /  / '],
    [
      '清理岸线。（市水务局、市法院等部门、单位和各镇政府按照职责分工负责）',
      '市水务局、市法院、各镇政府 /  / ',
    ],
  ])('%s', (text, wanted) => {
    expect(who(text)).toEqual([wanted]);
  });
});

describe('sentences', () => {
  test.each([
    ['由市水务局会同市渔业局负责编制规划。', '市水务局 / 市渔业局 / '],
    ['市水务局应当会同市渔业局、市林业局制定清淤标准。', '市水务局 / 市渔业局、市林业局 / '],
    ['第五条 市水务局会同有关部门制定名录。', '市水务局 / 有关部门 / '],
    ['清淤工作由市水务局牵头，市渔业局、各镇政府配合实施。', '市水务局 / 市渔业局、各镇政府 / '],
    ['渡口改造由各镇政府牵头推进。', '各镇政府 /  / '],
    ['市渔业行政管理部门会同市财政等部门调整标准。', null],
    ['各管理部门要指导分支机构会同行业协会开展培训。', null],
    ['市水务局会同市渔业局等部门和单位组织实施。', '市水务局 / 市渔业局 / '],
  ])('%s', (text, wanted) => {
    expect(who(text)).toEqual(wanted ? [wanted] : []);
  });

  test('the task is what follows', () => {
    const text = '市水务局应当会同市渔业局制定清淤标准。其他略。';
    const [duty] = duties(text);
    expect(duty?.task && text.slice(duty.task.start, duty.task.end)).toBe('制定清淤标准');
  });
});

describe('no duty', () => {
  test.each([
    ['明确责任单位和完成时限。'],
    ['（责任单位）'],
    ['（责任单位：）'],
    ['对直接负责的主管人员给予处分。'],
    ['双方应当相互配合。'],
    ['渡口改造完成。（图片由记者拍摄）'],
    ['湖区治理取得进展。（记者李某）'],
    ['主办单位：云岭省人民政府办公厅'],
    ['见附件。（共23处）'],
    ['牵头会同配合'],
  ])('%s', (text) => {
    expect(who(text)).toEqual([]);
  });
});

describe('tables', () => {
  /** Rows of cells, tab-separated; an empty cell has no block. */
  function table(rows: string[]): { text: string; found: Duty[] } {
    const text = rows.join('\n');
    const blocks: Block[] = [];
    let at = 0;
    rows.forEach((row, r) => {
      let from = at;
      row.split('\t').forEach((cell, c) => {
        if (cell)
          blocks.push({ start: from, end: from + cell.length, kind: 'cell', table: 0, row: r, col: c });
        from += cell.length + 1;
      });
      at += row.length + 1;
    });
    const reading = readingOf(text);
    const input = { ...reading.input, blocks };
    return { text, found: findDuties({ ...reading, input, folded: fold(input) }) };
  }

  test('牵头单位, 配合单位, 完成时限', () => {
    const { text, found } = table([
      '重点任务\t具体工作\t牵头单位\t配合单位\t完成时限',
      '（一）护湖\t清理沿湖废弃围网。\t市水务局、市渔业局\t各镇政府\t2025年6月30日',
      '\t建设观测站。\t市环境局\t\t持续推进',
      '重点任务\t具体工作\t牵头单位\t配合单位\t完成时限',
      '（二）通航\t疏浚航道。\t市交通局\t市水务局、有关部门\t2025年12月底',
    ]);
    expect(found.map(({ lead, support, due }) => [lead, support, due])).toEqual([
      [['市水务局', '市渔业局'], ['各镇政府'], '2025年6月30日'],
      [['市环境局'], [], '持续推进'],
      [['市交通局'], ['市水务局', '有关部门'], '2025年12月底'],
    ]);
    expect(found.map(({ task }) => task && text.slice(task.start, task.end))).toEqual([
      '清理沿湖废弃围网。',
      '建设观测站。',
      '疏浚航道。',
    ]);
  });

  test('a responsible unit only', () => {
    expect(table(['序号\t工作事项\t责任单位', '1\t清淤\t市水务局']).found).toMatchObject([
      { lead: ['市水务局'], due: null },
    ]);
  });

  test('a table without such columns', () => {
    expect(table(['序号\t渡口\t联系电话', '1\t南渡口\t市水务局']).found).toEqual([]);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    '（',
    '）',
    '责任单位：',
    '牵头',
    '配合',
    '会同',
    '由',
    '负责',
    '市水务局',
    '各镇政府',
    '、',
    '，',
    '。',
    '；',
    '\n',
    '完成时限：',
    '2025年底',
    '和',
    '等',
    '共同',
    '应当',
  );
  test('never throws; places lie in the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const duty of duties(text)) {
          expect(duty.start).toBeGreaterThanOrEqual(last);
          expect(duty.end).toBeGreaterThan(duty.start);
          expect(duty.end).toBeLessThanOrEqual(text.length);
          expect(duty.lead.length + duty.support.length).toBeGreaterThan(0);
          expect([...duty.lead, ...duty.support].every((name) => name.length > 0 && !/\s/.test(name))).toBe(
            true,
          );
          if (duty.task) expect(duty.task.end).toBeGreaterThan(duty.task.start);
          if (duty.due !== null) expect(text).toContain(duty.due);
          last = duty.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test.each(['（（（', '责任单位：', '由会同负责', '牵头', '。（'])('a million characters of %j', (unit) => {
    expect(() => duties(unit.repeat(Math.floor(1_000_000 / unit.length)))).not.toThrow();
  });
});
