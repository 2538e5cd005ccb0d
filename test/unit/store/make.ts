import type { Note, NotedDocument } from '../../../lib/notes/types.ts';

/** A note id that is easy to read in a failure: the number at its end. */
export function noteId(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A note of our own making; what matters to a test is given. */
export function makeNote(given: Partial<Note> = {}): Note {
  return {
    id: noteId(1),
    document: 'number:云府发〔2025〕3号/企业减负办法',
    anchor: {
      quote: '5个工作日内',
      prefix: '之日起',
      suffix: '，向所在地',
      start: 40,
      end: 46,
      article: '第二条',
      sentence: null,
    },
    colour: 'vermilion',
    body: '**留意**期限',
    tags: ['期限'],
    task: null,
    links: [],
    created: '2025-06-30T08:00:00.000Z',
    updated: '2025-06-30T08:00:00.000Z',
    deleted: null,
    ...given,
  };
}

export function makeDocument(given: Partial<NotedDocument> = {}): NotedDocument {
  return {
    key: 'number:云府发〔2025〕3号/企业减负办法',
    catalogueId: null,
    title: '企业减负办法',
    noticeTitle: '关于印发《企业减负办法》的通知',
    docNumber: '云府发〔2025〕3号',
    issuers: ['云岭省人民政府'],
    kind: '办法',
    issued: '2025-06-01',
    published: '2025-06-03',
    effective: '2025-07-01',
    expires: '2030-06-30',
    addresses: ['https://www.yl.gov.cn/zc/3.html'],
    firstRead: '2025-06-30',
    lastRead: '2025-06-30',
    record: null,
    ...given,
  };
}
