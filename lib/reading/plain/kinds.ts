import type { BlockKind } from '../types.ts';

/** What is known of a block beside its text. */
export interface Around {
  length: number;
  bullet: boolean;
  /** The block before it is a signature's date. */
  afterDate: boolean;
  /** Among the first blocks of the text. */
  first: boolean;
  /** The text of the line after it. */
  next: string;
}

const DAY =
  /^[（(]?(?:\d{4}|[〇○零一二三四五六七八九]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,3})月(?:\d{1,2}|[一二三四五六七八九十]{1,3})日[）)]?$/;
const CHAPTER = /^第[一二三四五六七八九十百零〇\d]{1,6}[章节编篇](?![，。的])/;
const NUMBERED_HEADING =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|附[件录]\d{0,2}$)/;
const NUMBERED_ITEM = /^(?:\d{1,3}[.．、](?!\d)|[（(]\d{1,3}[）)]|[①-⑳])/;
const SENTENCE_END = /[。；;：:，,！？]$/;
const ISSUER =
  /(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|署|总局|银行|法院|检察院|中心|协会|联合会|总工会)$/;
const TITLE =
  /(?:通知|意见|办法|规定|条例|方案|规划|计划|细则|公告|通告|通报|决定|措施|批复|的答复|函|纲要|要点|规则|准则|政策|决议|令)(?:[（(][^（()）]{1,14}[）)])?$/;

/**
 * The kind of a block of plain text, where it is certain; else `para`.
 *
 * @param head the block's first 200 characters
 */
export function kindOf(head: string, around: Around): BlockKind {
  const text = head.replace(/[\s\u200b\ufeff]/g, '');
  if (around.bullet) return 'item';
  if (around.length > 120) return 'para';
  if (DAY.test(text)) return 'signature';
  if (CHAPTER.test(text) && !SENTENCE_END.test(text)) return 'heading';
  if (NUMBERED_HEADING.test(text)) return SENTENCE_END.test(text) && text.length > 40 ? 'para' : 'heading';
  if (NUMBERED_ITEM.test(text)) return 'item';
  if (text.length <= 60 && ISSUER.test(text) && DAY.test(around.next.replace(/\s/g, ''))) return 'signature';
  if ((around.first || around.afterDate) && TITLE.test(text) && !/[。；，]/.test(text)) return 'title';
  return 'para';
}
