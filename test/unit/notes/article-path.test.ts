import { expect, describe as group, it } from 'vitest';
import { articlePath } from '../../../lib/notes/article-path.ts';

const TEXT = [
  '云岭省节水办法',
  '第一条 为了节水，制定本办法。',
  '第二条（计划）',
  '　　用水单位应当编制计划。',
  '　　有下列情形之一的，可以调整计划：',
  '　　（一）更换设备的；',
  '　　（二）扩大生产的。',
  '　　调整后的计划报水务部门。',
  '第三条 本办法自2025年7月1日起施行。',
].join('\n');
const OUTLINE = [...TEXT.matchAll(/^第.条/gm)].map((match) => ({
  start: match.index,
  end: match.index + 3,
  level: 1,
  label: match[0],
  title: '',
}));

group('articlePath', () => {
  it.each([
    ['为了节水', '第一条'],
    ['编制计划', '第二条第一款'],
    ['下列情形', '第二条第二款'],
    ['扩大生产', '第二条第二款第（二）项'],
    ['报水务部门', '第二条第三款'],
    ['起施行', '第三条'],
    ['节水办法', null],
  ])('%s', (words, path) => {
    expect(articlePath(TEXT, TEXT.indexOf(words), OUTLINE, { start: 0, end: TEXT.length })).toBe(path);
  });
});
