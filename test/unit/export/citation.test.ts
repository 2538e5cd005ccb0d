import { describe, expect, it } from 'vitest';
import { type Cited, toCitation } from '../../../lib/export/citation.ts';

const cited: Cited = {
  title: '云岭省数据流通管理办法',
  noticeTitle: null,
  docNumber: '云府发〔2025〕3号',
  issuers: ['云岭省人民政府'],
  issued: '2025-02-10',
  published: '2025-02-17',
  address: 'https://www.yunling.gov.cn/art/3.html',
  read: '2025-06-20',
  article: null,
};

describe('a citation after GB/T 7714-2015', () => {
  it.each<[string, Partial<Cited>, string]>([
    [
      'names issuer, title, number, date, day of reading and address',
      {},
      '云岭省人民政府. 云岭省数据流通管理办法: 云府发〔2025〕3号[EB/OL]. (2025-02-17)[2025-06-20]. https://www.yunling.gov.cn/art/3.html.',
    ],
    [
      'puts an article where pages would stand',
      { article: '第三条' },
      '云岭省人民政府. 云岭省数据流通管理办法: 云府发〔2025〕3号[EB/OL]. 2025: 第三条(2025-02-17)[2025-06-20]. https://www.yunling.gov.cn/art/3.html.',
    ],
    [
      'leaves out what is not known',
      { docNumber: null, issuers: [], issued: null, published: null, article: '二（三）' },
      '云岭省数据流通管理办法[EB/OL]. 二（三）[2025-06-20]. https://www.yunling.gov.cn/art/3.html.',
    ],
    [
      'takes the day of issue where none of publication is known',
      { published: null },
      '云岭省人民政府. 云岭省数据流通管理办法: 云府发〔2025〕3号[EB/OL]. (2025-02-10)[2025-06-20]. https://www.yunling.gov.cn/art/3.html.',
    ],
    [
      'names three of many issuers',
      { issuers: ['省发展改革委', '省财政厅', '省数据局', '省司法厅'] },
      '省发展改革委, 省财政厅, 省数据局, 等. 云岭省数据流通管理办法: 云府发〔2025〕3号[EB/OL]. (2025-02-17)[2025-06-20]. https://www.yunling.gov.cn/art/3.html.',
    ],
    [
      'gives no address of this computer, and is one line',
      { address: 'file:///home/reader/3.html', title: '云岭省数据\n 流通管理办法' },
      '云岭省人民政府. 云岭省数据 流通管理办法: 云府发〔2025〕3号[EB]. (2025-02-17)[2025-06-20].',
    ],
  ])('%s', (_what, part, line) => {
    expect(toCitation({ ...cited, ...part })).toBe(line);
  });

  it('takes the notice’s title for a document without one, and no fragment of the address', () => {
    const line = toCitation({
      ...cited,
      title: null,
      noticeTitle: '关于印发的通知',
      address: `${cited.address}#a`,
    });
    expect(line).toContain('关于印发的通知: 云府发〔2025〕3号[EB/OL]');
    expect(line).toContain('3.html.');
    expect(line).not.toContain('#');
  });

  it('is none without any title', () => {
    expect(toCitation({ ...cited, title: null })).toBeNull();
  });
});
