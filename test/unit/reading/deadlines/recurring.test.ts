import { describe, expect, it } from 'vitest';
import { deadlinesOf, said } from './reading.ts';

/** The cycle, and its last day as MM-DD or DD where one is named; a cycle of more than one unit gives its length. */
const CASES: [sentence: string, ...found: string[]][] = [
  ['每年3月31日前报送上一年度报告。', 'recurring year 03-31: 每年3月31日前'],
  ['每年的6月30日以前公布名录。', 'recurring year 06-30: 每年的6月30日以前'],
  ['每年2月底前制定年度检查计划。', 'recurring year 02-28: 每年2月底前'],
  ['每年年底前完成考核。', 'recurring year 12-31: 每年年底前'],
  ['每年一季度末前公布名单。', 'recurring year 03-31: 每年一季度末前'],
  ['每年第一季度结束前制定计划。', 'recurring year 03-31: 每年第一季度结束前'],
  ['每年6月底和12月底前各报送一次。', 'recurring year 06-30: 每年6月底', 'recurring year 12-31: 12月底前'],
  [
    '每年1月20日和7月20日前报送报表。',
    'recurring year 01-20: 每年1月20日',
    'recurring year 07-20: 7月20日前',
  ],
  [
    '每年3月底前，各区报送计划；9月底前报送中期评估报告。',
    'recurring year 03-31: 每年3月底前',
    'recurring year 09-30: 9月底前',
  ],
  ['每年5月至9月开展防汛值守。', 'recurring year 09-30: 每年5月至9月'],
  ['每年11月15日至次年3月15日供暖。', 'recurring year 03-15: 每年11月15日至次年3月15日'],
  ['每年上半年组织一次演练。', 'recurring year 06-30: 每年上半年'],
  ['每季度首月10日前报送上季度报表。', 'recurring quarter 10: 每季度首月10日前'],
  ['每季度末月25日前报送。', 'recurring quarter 25: 每季度末月25日前'],
  ['每季度结束后15日内报送报表。', 'recurring quarter 15: 每季度结束后15日内'],
  ['每年度终了后4个月内报送决算。', 'recurring year 04-30: 每年度终了后4个月内'],
  ['每月5日前缴存。', 'recurring month 05: 每月5日前'],
  ['每月10日、25日前各报一次。', 'recurring month 10: 每月10日', 'recurring month 25: 25日前'],
  ['每月底前汇总。', 'recurring month 31: 每月底前'],
  ['每月最后一个工作日前报送。', 'recurring month: 每月最后一个工作日前'],
  ['每周五前汇总上报。', 'recurring week: 每周五前'],
  ['每日16时前报送当日数据。', 'recurring: 每日16时前'],
  ['每个工作日10:00前通报水情。', 'recurring: 每个工作日10:00前'],
  ['于次月15日前申报。', 'recurring month 15: 次月15日前'],
  ['于次年3月31日前报送年度报告。', 'recurring year 03-31: 次年3月31日前'],
  ['每年至少开展一次应急演练。', 'recurring year: 每年'],
  ['每年复训不少于2周。', 'recurring year: 每年'],
  ['每年新增渔业合作社80家。', 'recurring year: 每年'],
  ['每年更新一次目录。', 'recurring year: 每年'],
  ['每季度召开一次联席会议。', 'recurring quarter: 每季度'],
  ['每月通报一次进展。', 'recurring month: 每月'],
  ['每周至少2次现场检查。', 'recurring week: 每周'],
  ['每天至少巡查一次。', 'recurring: 每天'],
  ['每半年评估一次。', 'recurring 6 month: 每半年'],
  ['每两年组织一次评估。', 'recurring 2 year: 每两年'],
  ['每三年修订一次名录。', 'recurring 3 year: 每三年'],
  ['每学期组织2次实践活动。', 'recurring: 每学期'],
  ['每隔12小时至少报送1次水情。', 'recurring: 每隔12小时'],
  ['原则上每人每年至少驻点一次。', 'recurring year: 每年'],
  ['按季度向社会公布收支情况。', 'recurring quarter: 按季度'],
  ['按月通报进展。', 'recurring month: 按月'],
  ['按年度遴选发布典型案例。', 'recurring year: 按年度'],
  ['一季一调度、一年一评估。', 'recurring quarter: 一季一调度', 'recurring year: 一年一评估'],
  [
    '建立日研判、周调度、月通报机制。',
    'recurring: 日研判',
    'recurring week: 周调度',
    'recurring month: 月通报',
  ],
  [
    '实行“周排查、月会商、季考核”。',
    'recurring week: 周排查',
    'recurring month: 月会商',
    'recurring quarter: 季考核',
  ],
  ['五年一次普查。', 'recurring 5 year: 五年一次'],
  ['渔船每3年检验一次。', 'recurring 3 year: 每3年'],
  ['一年两次体检。', 'recurring year: 一年两次'],
  ['各牵头单位要在每个季度第1个月20日前报送进展。', 'recurring quarter 20: 每个季度第1个月20日前'],
  ['开展“一月一课”渔技培训。', 'recurring month: 一月一课'],
];

describe('recurring: again and again', () => {
  it.each(CASES)('%s', (sentence, ...found) => {
    expect(deadlinesOf(sentence).map(said)).toEqual(found);
  });
});
