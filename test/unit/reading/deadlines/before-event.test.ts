import { describe, expect, it } from 'vitest';
import { deadlinesOf, said } from './reading.ts';

/** Length and unit. */
const CASES: [sentence: string, ...found: string[]][] = [
  ['应当在实施检查3日前告知。', 'before-event 3 day: 在实施检查3日前'],
  ['举行听证的七日前，通知当事人。', 'before-event 7 day: 举行听证的七日前'],
  ['应当在听证会举行的7日前通知当事人。', 'before-event 7 day: 在听证会举行的7日前'],
  ['会议召开前5日，应当将材料送达代表。', 'before-event 5 day: 会议召开前5日'],
  ['在新的航线开通前1个工作日更新班表。', 'before-event 1 workday: 在新的航线开通前1个工作日'],
  ['在出库前3个工作日内报告批次和数量。', 'before-event 3 workday: 在出库前3个工作日内'],
  ['许可证有效期届满30日前，提出延续申请。', 'before-event 30 day: 许可证有效期届满30日前'],
  ['有效期届满前三个月内申请换证。', 'before-event 3 month: 有效期届满前三个月内'],
  ['在2年期限届满的30个工作日前申请延期。', 'before-event 30 workday: 在2年期限届满的30个工作日前'],
  ['于期满前1个月提出续租申请。', 'before-event 1 month: 于期满前1个月'],
  ['合同到期60日前书面通知。', 'before-event 60 day: 合同到期60日前'],
  ['开标前至少20日发布招标公告。', 'before-event 20 day: 开标前至少20日'],
  ['应当三日前书面通知。', 'before-event 3 day: 三日前'],
  ['施工单位应当提前3个工作日告知周边居民。', 'before-event 3 workday: 提前3个工作日'],
  ['应当至少提前15日公告。', 'before-event 15 day: 至少提前15日'],
  ['停航的，至少提前2个月向主管部门报告。', 'before-event 2 month: 至少提前2个月'],
  ['提前一个月书面通知。', 'before-event 1 month: 提前一个月'],
  ['需提前24小时预约。', 'before-event 24 hour: 提前24小时'],
  ['参会人员请提前10分钟入场。', 'before-event 10 minute: 提前10分钟'],
];

describe('before-event: so long before an event', () => {
  it.each(CASES)('%s', (sentence, ...found) => {
    expect(deadlinesOf(sentence).map(said)).toEqual(found);
  });
});
