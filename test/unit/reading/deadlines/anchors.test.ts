import { describe, expect, it } from 'vitest';
import { deadlinesOf } from './reading.ts';

/** The event that a relative limit counts from, in the text's own words. */
const CASES: [sentence: string, ...anchors: (string | null)[]][] = [
  ['自收到申请材料之日起5个工作日内答复。', '收到申请材料'],
  ['市水务局应当自受理之日起二十日内作出决定。', '受理'],
  ['自然保护区管理机构应当自收到通知之日起5日内答复。', '收到通知'],
  ['应当自行政处罚决定送达之日起十五日内缴纳。', '行政处罚决定送达'],
  ['从签订合同之日起30日内备案。', '签订合同'],
  ['在审计报告送达之日起60日内整改。', '审计报告送达'],
  ['印发之日起20日内报备。', '印发'],
  ['自变更、歇业之日起15日内办理。', '变更、歇业'],
  ['自收到补正材料（含电子材料）之日起3日内受理。', '收到补正材料（含电子材料）'],
  ['应当在收到申请后3个工作日内告知。', '收到申请'],
  ['接到报告后，应当在2小时内到达。', '接到报告'],
  ['经营者应当在登记后的10日内备案。', '登记'],
  ['作出准予行政许可决定后60日内核查。', '作出准予行政许可决定'],
  ['自受理之日起组织评审，并在20日内作出决定。', '受理'],
  // Another limit stands between: the event is not the one that is meant.
  ['自受理之日起5日内审查，并在3日内公示。', '受理', null],
  ['应当在七日内答复。', null],
  ['今后5日内有雨，应当在3日内完成加固。', null, null],
  ['应当在实施检查3日前告知。', '实施检查'],
  ['许可证有效期届满30日前申请。', '许可证有效期届满'],
  ['会议召开前5日送达。', '会议召开'],
  ['应当提前3日通知。', null],
];

describe('the event a limit counts from', () => {
  it.each(CASES)('%s', (sentence, ...anchors) => {
    expect(deadlinesOf(sentence).map(({ anchor }) => anchor)).toEqual(anchors);
  });
});
