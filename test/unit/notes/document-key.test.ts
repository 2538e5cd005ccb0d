import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalAddress,
  documentKey,
  earlierKeys,
  numberKey,
  titledKey,
  titleKey,
} from '../../../lib/notes/document-key.ts';

const metadata = { title: '云岭省企业减负办法', docNumber: '云府发〔2025〕3号' };
const address = 'https://www.yl.gov.cn/zc/1.html';

describe('documentKey', () => {
  it('takes the catalogue id first, then the number with the title, then the address', () => {
    expect(documentKey({ catalogueId: 'yl-3', metadata, address, part: 'main' })).toBe('known:yl-3');
    expect(documentKey({ catalogueId: null, metadata, address, part: 'main' })).toBe(
      'number:云府发〔2025〕3号/云岭省企业减负办法',
    );
    const unnumbered = { ...metadata, docNumber: null };
    expect(documentKey({ catalogueId: null, metadata: unnumbered, address, part: 'main' })).toBe(
      `page:${address}`,
    );
  });

  it('names a document that only a pack knows by what it is called: packs come and go', () => {
    const packed = { catalogueId: 'pack:00112233aabbccdd/x', address, part: 'main' as const };
    expect(documentKey({ ...packed, metadata })).toBe('number:云府发〔2025〕3号/云岭省企业减负办法');
    const unnumbered = { ...metadata, docNumber: null, issued: '2025-06-01' };
    expect(documentKey({ ...packed, metadata: unnumbered })).toBe('titled:云岭省企业减负办法/2025-06-01');
    expect(documentKey({ ...packed, metadata: { title: '通知', docNumber: null } })).toBe(`page:${address}`);
    expect(titledKey({ title: null, docNumber: null })).toBeNull();
  });

  it('tells the keys from before a document was known', () => {
    const own = { title: '企业减负办法（转载）', docNumber: null };
    expect(earlierKeys(own, metadata, { address, part: 'main' })).toEqual([
      `page:${address}`,
      'titled:企业减负办法转载/',
      'number:云府发〔2025〕3号/云岭省企业减负办法',
      'titled:云岭省企业减负办法/',
    ]);
  });

  it('keeps the documents of one page apart', () => {
    const untitled = { title: null, docNumber: null };
    const titled = { title: '附件：实施细则', docNumber: null };
    const keys = [
      documentKey({ catalogueId: null, metadata: untitled, address, part: 'main' }),
      documentKey({ catalogueId: null, metadata: untitled, address, part: 1 }),
      documentKey({ catalogueId: null, metadata: untitled, address, part: 2 }),
      documentKey({ catalogueId: null, metadata: titled, address, part: 3 }),
    ];
    expect(new Set(keys).size).toBe(4);
    expect(keys[3]).toBe(`page:${address}#附件实施细则`);
  });

  it('tells a regulation from its namesake under another number', () => {
    const other = { ...metadata, docNumber: '云府发〔2026〕3号' };
    expect(documentKey({ catalogueId: null, metadata: other, address, part: 'main' })).not.toBe(
      documentKey({ catalogueId: null, metadata, address, part: 'main' }),
    );
  });

  it('fits into a message whatever the page says', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 9000 }),
        fc.string({ maxLength: 9000 }),
        fc.nat(200),
        (a, b, part) => {
          const facts = { title: a, docNumber: b };
          expect(documentKey({ catalogueId: null, metadata: facts, address: a, part }).length).toBeLessThan(
            4200,
          );
        },
      ),
    );
  });
});

describe('numberKey', () => {
  it.each([
    ['云府发〔2025〕3号'],
    ['云府发[2025]3号'],
    ['云府发［２０２５］３号'],
    ['云府发（2025）3号'],
    ['云府发【2025】3 号'],
    ['云府发﹝2025﹞03号'],
    ['云 府 发〔2025〕\n第3号'],
  ])('%j is one number', (written) => {
    expect(numberKey(written)).toBe('云府发〔2025〕3号');
  });

  it('leaves orders as they are', () => {
    expect(numberKey('云岭省人民政府令 第 12 号')).toBe('云岭省人民政府令第12号');
  });
});

describe('titleKey', () => {
  it.each([
    ['云岭省人民政府办公厅关于印发《企业减负办法》的通知', '关于印发企业减负办法的通知'],
    ['关 于 印 发\n《企业减负办法》的通知', '关于印发企业减负办法的通知'],
    ['中华人民共和国审计法', '审计法'],
    ['企业减负办法（试行）', '企业减负办法试行'],
    ['企业减负办法(试行)', '企业减负办法试行'],
  ])('%j', (title, key) => {
    expect(titleKey(title)).toBe(key);
  });

  it('keeps a trial apart from what followed it', () => {
    expect(titleKey('企业减负办法（试行）')).not.toBe(titleKey('企业减负办法'));
  });
});

describe('canonicalAddress', () => {
  it.each([
    ['http://WWW.yl.gov.cn:80/a.html#top', 'https://www.yl.gov.cn/a.html'],
    ['https://www.yl.gov.cn:443/a.html', 'https://www.yl.gov.cn/a.html'],
    ['http://www.yl.gov.cn:443/a.html', 'https://www.yl.gov.cn:443/a.html'],
    ['http://www.yl.gov.cn:8080/a.html', 'https://www.yl.gov.cn:8080/a.html'],
    ['https://me:secret@www.yl.gov.cn/a', 'https://www.yl.gov.cn/a'],
    ['https://www.yl.gov.cn/a?id=7&utm_source=x&from=groupmessage', 'https://www.yl.gov.cn/a?id=7'],
    ['https://www.yl.gov.cn/a?b=2&a=1', 'https://www.yl.gov.cn/a?a=1&b=2'],
    ['https://www.yl.gov.cn/a.jsp;jsessionid=AB12?id=7', 'https://www.yl.gov.cn/a.jsp?id=7'],
    ['file:///home/me/a.html#x', 'file:///home/me/a.html'],
    ['  no address ', 'no address'],
  ])('%s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  it('is stable and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
        (address) => {
          expect(canonicalAddress(canonicalAddress(address))).toBe(canonicalAddress(address));
        },
      ),
    );
  });
});
