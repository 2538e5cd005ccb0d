import type { Status } from '../../../lib/catalogue/types.ts';
import type { ReaderState, TabLook } from '../../../lib/messages/lists.ts';
import type { Note, NotedDocument } from '../../../lib/notes/types.ts';
import type { Deadline, Metadata } from '../../../lib/reading/types.ts';

/** A document, its findings and notes, all made up, as the pages of ours get them. */
export const metadata: Metadata = {
  title: '云岭省数据流通管理办法',
  noticeTitle: '云岭省人民政府关于印发《云岭省数据流通管理办法》的通知',
  docNumber: '云府发〔2025〕3号',
  issuers: ['云岭省人民政府'],
  kind: '规范性文件',
  issued: '2025-02-10',
  published: '2025-02-17',
  effective: '2025-03-01',
  expires: '2030-02-28',
};

export const status: Status = {
  state: 'in-force',
  asOf: '2025-06-20',
  because: { key: 'statusAsOf', args: ['2030-02-28'] },
  amendedBy: [],
  repealedBy: null,
  extendedBy: null,
};

export const deadline = (part: Partial<Deadline>): Deadline => ({
  start: 0,
  end: 3,
  text: '原文',
  kind: 'due',
  from: null,
  to: null,
  count: null,
  unit: null,
  anchor: null,
  every: null,
  ...part,
});

export const note = (number: number, part: Partial<Note> = {}): Note => ({
  id: `00000000-0000-4000-8000-00000000000${number}`,
  document: 'number:云府发〔2025〕3号',
  anchor: {
    quote: `第${number}段引文`,
    prefix: '',
    suffix: '',
    start: number * 10,
    end: number * 10 + 5,
    article: `第${number}条`,
    sentence: null,
  },
  colour: 'jade',
  body: `批注${number}`,
  tags: [],
  task: null,
  links: [],
  created: `2025-06-0${number}T00:00:00Z`,
  updated: `2025-06-0${number}T00:00:00Z`,
  deleted: null,
  ...part,
});

export const noted = (part: Partial<NotedDocument> = {}): NotedDocument => ({
  ...metadata,
  key: 'number:云府发〔2025〕3号',
  catalogueId: null,
  addresses: ['https://www.yunling.gov.cn/art/3.html'],
  firstRead: '2025-06-01',
  lastRead: '2025-06-20',
  record: null,
  ...part,
});

export const state: ReaderState = {
  url: 'https://www.yunling.gov.cn/art/3.html',
  day: '2025-06-20',
  sight: {
    verdict: 'document',
    kind: '通知',
    confidence: 0.98,
    reasons: ['metadata-block'],
    textLength: 4000,
  },
  marksOn: true,
  main: 0,
  documents: [
    {
      span: { start: 0, end: 4000 },
      metadata,
      answer: { key: 'number:云府发〔2025〕3号', catalogueId: 'yl-3', status, relations: [] },
    },
  ],
  terms: ['数据', '数据流通', '经营者', '主管部门', '平台', '凭证', '登记'].map((term, index) => ({
    start: 100 + index,
    end: 102 + index,
    clause: { start: 100, end: 150 },
    term,
    kind: 'definition',
    definition: `${term}的含义`,
    definitionAt: { start: 110, end: 140 },
    article: '第二条',
    scope: { start: 0, end: 4000 },
  })),
  deadlines: [
    deadline({ start: 200, end: 210, text: '2025年6月底前', to: '2025-06-30' }),
    deadline({
      start: 300,
      end: 320,
      text: '自收到申请之日起5个工作日内',
      kind: 'within',
      count: 5,
      unit: 'workday',
      anchor: '收到申请',
    }),
  ],
  citations: [
    {
      start: 400,
      end: 410,
      title: '云岭省数据条例',
      docNumber: null,
      relation: 'basis',
      article: null,
      known: { id: 'yl-1', status: { ...status, state: 'repealed' } },
    },
    {
      start: 500,
      end: 510,
      title: '云岭省数据条例',
      docNumber: null,
      relation: 'basis',
      article: null,
      known: null,
    },
    {
      start: 520,
      end: 525,
      title: null,
      docNumber: null,
      relation: 'cites',
      article: '第三条',
      inner: { start: 90, end: 95 },
      known: null,
    },
  ],
  duties: [
    {
      start: 600,
      end: 640,
      lead: ['省数据局'],
      support: ['省司法厅', '省财政厅'],
      due: '2025-12-31',
      task: { start: 580, end: 600 },
    },
  ],
  outline: [
    { start: 80, end: 90, level: 1, label: '第一章', title: '总则' },
    { start: 90, end: 95, level: 2, label: '第一条', title: '' },
  ],
  matches: [
    {
      id: 'yl-3',
      title: '云岭省数据流通管理办法',
      docNumber: '云府发〔2025〕3号',
      coverage: 0.97,
      start: 0,
      end: 4000,
      altered: [{ start: 50, end: 60 }],
      missing: 2,
    },
  ],
  notes: [
    { id: note(1).id, state: 'exact', span: { start: 10, end: 15 } },
    { id: note(2).id, state: 'lost', span: null },
    { id: note(3).id, state: 'moved', span: { start: 5, end: 8 } },
  ],
};

export const look: TabLook = {
  state: 'reading',
  frame: 0,
  url: state.url,
  sight: state.sight,
  marksOn: true,
  counts: { terms: 7, deadlines: 2, notes: 3 },
  main: { key: 'number:云府发〔2025〕3号', metadata, status, catalogueId: 'yl-3' },
};
