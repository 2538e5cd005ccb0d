import { describe, expect, test } from 'vitest';
import { cite } from './cite.ts';

const LAW = [
  '第一章 总则',
  '第一条 为了加强管理，制定本办法。',
  '第二条 本办法适用于本省渡口。',
  '渔港不适用前款规定。',
  '第三条（条件） ',
  '设立渡口应当具备下列条件：',
  '（一）有码头；',
  '（二）有船只。',
  '符合前款规定的，予以批准。',
  '第四条 违反本办法第三条第一款第二项规定的，依照前条处理。',
  '第五条 违反《水路条例》第三条的，从其规定；违反第二条、第四条的，予以警告。',
  '第六条 依照民法典第三条处理，材料见附件2。',
  '附件：1.样表',
  '2.清单',
].join('\n');

/** `reference → text of the place`, for references inside the document. */
const inner = (text: string) =>
  cite(text)
    .filter((citation) => citation.inner)
    .map(({ article, inner: place }) => `${article} → ${text.slice(place?.start, place?.end).slice(0, 12)}`);

describe('references inside the document point to their place', () => {
  test('articles, paragraphs, items, the paragraph before, attachments', () => {
    expect(inner(LAW)).toEqual([
      '前款 → 第二条 本办法适用于本省',
      '前款 → 设立渡口应当具备下列条件',
      '本办法第三条第一款第二项 → （二）有船只。',
      '前条 → 第三条（条件）',
      '第二条 → 第二条 本办法适用于本省',
      '第四条 → 第四条 违反本办法第三条',
      '附件2 → 清单',
    ]);
  });
  test('a decision that changes another document speaks of that one', () => {
    expect(inner('第一条 甲。\n第二条 将第一条修改为：乙。')).toEqual([]);
  });
  test('a place that is not there is none', () => {
    expect(inner('第一条 依照第九十条处理。')).toEqual([]);
  });
});
