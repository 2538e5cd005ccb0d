import { describe, expect, test } from 'vitest';
import { identityOf } from './identify.ts';

const TEXT = `关于渡口安全的通知
各市人民政府：
为加强安全，现通知如下：
一、落实责任。
云岭省交通运输厅
2025年3月4日`;
const pairs = (entries: Record<string, string>) =>
  Object.entries(entries).map(([label, value]) => ({ label, value }));

describe('what the page says fills what the text leaves out', () => {
  test('number, day of publication, the fuller title', () => {
    expect(
      identityOf(TEXT, {
        pairs: pairs({
          标题: '云岭省交通运输厅关于渡口安全的通知',
          发文字号: '云交发 〔2025〕 3号',
          发布日期: '2025年03月08日',
        }),
      }),
    ).toMatchObject({
      title: '云岭省交通运输厅关于渡口安全的通知',
      docNumber: '云交发〔2025〕3号',
      issued: '2025-03-04',
      published: '2025-03-08',
    });
  });
  test('all of the joint issuers', () => {
    const { issuers } = identityOf(TEXT, { pairs: pairs({ 发文机关: '云岭省交通运输厅 云岭省水利厅' }) });
    expect(issuers).toEqual(['云岭省交通运输厅', '云岭省水利厅']);
  });
  test('the title of a text without one', () => {
    expect(
      identityOf('为加强渡口安全，现就有关工作提出如下要求，请各地各部门认真贯彻执行，抓好落实。', {
        heading: '渡口安全要求',
      }).title,
    ).toBe('渡口安全要求');
  });
  test('a number in another column is no part of the code', () => {
    const { docNumber } = identityOf(TEXT, { pairs: pairs({ 发文字号: '政策正文 云交发〔2025〕3号' }) });
    expect(docNumber).toBe('云交发〔2025〕3号');
  });
  test('days of force', () => {
    const found = identityOf(TEXT, { pairs: pairs({ 实施日期: '2025-05-01', 失效日期: '2030-04-30' }) });
    expect(found).toMatchObject({ effective: '2025-05-01', expires: '2030-04-30' });
  });
});

describe('what contradicts the text is not believed', () => {
  test('another number, another date', () => {
    const text = TEXT.replace('各市', '云交发〔2025〕3号\n各市');
    expect(
      identityOf(text, { pairs: pairs({ 发文字号: '云水发〔2019〕8号', 成文日期: '2019-01-01' }) }),
    ).toMatchObject({
      docNumber: '云交发〔2025〕3号',
      issued: '2025-03-04',
    });
  });
  test('one name that fits nothing', () => {
    expect(identityOf(TEXT, { heading: '通知公告' }).title).toBe('关于渡口安全的通知');
  });
  test('a date that does not exist', () => {
    expect(identityOf(TEXT, { pairs: pairs({ 发布日期: '2025-02-30' }) }).published).toBeUndefined();
  });
});

test('names on which the page agrees twice beat the first title of its text', () => {
  const title = '云岭省交通运输厅关于港口收费的公告';
  expect(identityOf(TEXT, { heading: title, pairs: pairs({ 标题: title }) }).title).toBe(title);
});
