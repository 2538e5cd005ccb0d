import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileName } from '../../../lib/export/file-name.ts';

describe('fileName', () => {
  it.each([
    ['企业减负办法', '企业减负办法.md'],
    ['关于印发《企业减负办法》的通知', '关于印发《企业减负办法》的通知.md'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.md'],
    ['两\n行\t字', '两 行 字.md'],
    ['末尾. . ', '末尾.md'],
    ['../../etc/passwd', 'etc passwd.md'],
    ['.hidden', 'hidden.md'],
    ['CON', '_CON.md'],
    ['nul.txt', '_nul.txt.md'],
    ['Lpt1', '_Lpt1.md'],
    ['CONTRACT', 'CONTRACT.md'],
    ['gnp\u202egpj', 'gnp gpj.md'],
    ['', 'zhupi.md'],
    [' ... ', 'zhupi.md'],
    ['\u0000\u0007', 'zhupi.md'],
  ])('%j', (title, name) => {
    expect(fileName(title, 'md', 'zhupi')).toBe(name);
  });

  it('cuts long titles between characters', () => {
    const name = fileName('政'.repeat(500), 'json', 'zhupi');
    expect(name).toMatch(/^政+\.json$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(fileName('𠮷'.repeat(200), 'md', 'zhupi')).toMatch(/^𠮷+\.md$/u);
  });

  it('is accepted by every system, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (title) => {
        const name = fileName(title, 'md', 'zhupi');
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}]+\.md$/u);
        expect(name).not.toMatch(/^[. ]|[. ]\.md$|^(con|prn|aux|nul|com\d|lpt\d)\./i);
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(206);
        expect(name).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
