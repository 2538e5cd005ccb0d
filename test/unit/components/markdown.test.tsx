// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { Markdown } from '../../../components/markdown.tsx';
import { all, mount, the, unmount } from './mount.ts';

afterEach(unmount);

const shown = async (text: string) => {
  await mount(<Markdown text={text} />);
  return the('.note-body').innerHTML;
};

describe('a note’s Markdown', () => {
  it.each([
    ['**要点**与*提示*', '<p><strong>要点</strong>与<em>提示</em></p>'],
    ['- 一\n- 二', '<ul><li>一</li><li>二</li></ul>'],
    ['3. 三\n4. 四', '<ol start="3"><li>三</li><li>四</li></ol>'],
    ['一\n二', '<p>一<br>二</p>'],
    ['# 标题', '<p class="note-heading">标题</p>'],
    ['`a<b`', '<p><code>a&lt;b</code></p>'],
    ['- [x] 办好', '<ul><li><span aria-hidden="true">☑ </span>办好</li></ul>'],
  ])('%j', async (text, html) => {
    expect(await shown(text)).toBe(html);
  });

  it.each([
    '<img src=x onerror=alert(1)>',
    'a <script>alert(1)</script> b',
    '<div onclick="x()">区</div>',
    '[点](javascript:alert(1))',
    '[点](data:text/html,x)',
    '![图](https://www.nandu.gov.cn/1.png)',
    '<javascript:alert(1)>',
  ])('makes no element of %j that could do anything', async (text) => {
    await shown(text);
    expect(all('.note-body a, .note-body img, .note-body script, .note-body div')).toEqual([]);
  });

  it('leads to the web only, and tells it nothing', async () => {
    await shown('[省政府](https://www.yunling.gov.cn/a?b=1&c=2)');
    const link = the('.note-body a');
    expect(link.getAttribute('href')).toBe('https://www.yunling.gov.cn/a?b=1&c=2');
    expect(link.getAttribute('rel')).toBe('noreferrer');
  });

  it('shows what is nested beyond reason as text', async () => {
    const deep = `${'> '.repeat(3000)}底`;
    await shown(deep);
    expect(the('.note-body').textContent).toContain('底');
    expect(all('.note-body blockquote').length).toBeLessThan(40);
  });
});
