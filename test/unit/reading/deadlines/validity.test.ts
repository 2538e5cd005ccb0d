import { describe, expect, it } from 'vitest';
import { deadlinesOf, said } from './reading.ts';

/** Length and unit. */
const CASES: [sentence: string, ...found: string[]][] = [
  ['捕捞许可证有效期为三年。', 'validity 3 year: 有效期为三年'],
  ['居住证有效期不超过2年。', 'validity 2 year: 有效期不超过2年'],
  ['通行证有效期3至5年。', 'validity 5 year: 有效期3至5年'],
  ['停留期不超过90日。', 'validity 90 day: 停留期不超过90日'],
  ['入境期限不超过六个月。', 'validity 6 month: 入境期限不超过六个月'],
  ['使用期限经批准最长可以延长至两年。', 'validity 2 year: 延长至两年'],
  ['聘期一般为三年。', 'validity 3 year: 聘期一般为三年'],
  ['工作人员任期5年，可以连任。', 'validity 5 year: 任期5年'],
  ['试用期为六个月。', 'validity 6 month: 试用期为六个月'],
  ['租赁期不得超过二十年。', 'validity 20 year: 租赁期不得超过二十年'],
  ['公示期为7个自然日。', 'validity 7 day: 公示期为7个自然日'],
  ['公告期为30日。', 'validity 30 day: 公告期为30日'],
  ['补贴期限最长不超过3年。', 'validity 3 year: 补贴期限最长不超过3年'],
  ['成绩三年内有效。', 'validity 3 year: 三年内有效'],
  ['考试合格证明2年有效。', 'validity 2 year: 2年有效'],
  ['免征五年海域使用金。', 'validity 5 year: 五年'],
  ['转运人员实行7天居家健康监测。', 'validity 7 day: 7天'],
  ['入境船员实施14天集中隔离。', 'validity 14 day: 14天'],
  ['信用修复期为6个月。', 'validity 6 month: 期为6个月'],
  ['挂网公示7天无异议后发文。', 'validity 7 day: 公示7天'],
  ['经营期限为20年，期满无偿移交。', 'validity 20 year: 经营期限为20年'],
  ['给予最长3年的租金补贴。', 'validity 3 year: 最长3年'],
  ['列入重点关注名单，期限2年。', 'validity 2 year: 期限2年'],
  [
    '实行2年过渡期，新入职人员有6个月的试用期。',
    'validity 2 year: 2年过渡期',
    'validity 6 month: 6个月的试用期',
  ],
  ['失业补助领取期限最长为12个月。', 'validity 12 month: 领取期限最长为12个月'],
  ['承包基数一定三年不变，管护责任保持30年不变。', 'validity 3 year: 三年不变', 'validity 30 year: 30年不变'],
];

describe('validity: a right, a paper or a state that lasts so long', () => {
  it.each(CASES)('%s', (sentence, ...found) => {
    expect(deadlinesOf(sentence).map(said)).toEqual(found);
  });
});
