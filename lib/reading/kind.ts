/**
 * What a text is, from the text alone. A plain file says nothing else; of a page the gate has judged
 * already, with the page's own signs.
 */

/** 文种 of 公文 (党政机关公文处理工作条例, art. 8) and of regulations, longest first. */
const KINDS =
  '实施细则|实施办法|实施方案|实施意见|指导意见|若干意见|若干措施|若干规定|若干政策|行动计划|行动方案|工作方案|工作要点|管理办法|暂行办法|暂行规定|指导目录|通知|意见|办法|规定|条例|方案|规划|计划|细则|公告|通告|公报|通报|决定|决议|措施|批复|复函|函|命令|令|纲要|要点|纪要|议案|报告|规则|准则|规范|标准|制度|政策|目录|清单|指引|指南|预案|章程|法';

const TITLE_END = new RegExp(
  `(${KINDS})(?:〔[^〔〕]{1,12}〕|[（(][^（()）]{1,24}[）)])*(?:的通知|的公告|的决定)?$`,
);

/** The answer to a deputy's proposal or to a question, whatever it is about; 答复 alone ends other words too. */
const ANSWER =
  /(?:提案|建议|议案|问题|来信|请示|询问)(?:办理(?:情况|结果)?)?的?(?:会办|主办)?答复(?:[〔(（][^（()）〔〕]{1,24}[〕)）])?$/;

/** What a title can end in: every other line is none, and seen to be none at once. */
const LAST = new Set([...KINDS.split('|').map((kind) => kind.charAt(kind.length - 1)), ...'〕）)']);

/** Coarser names that documents of these kinds go by. */
const SHORT = /^(?:实施|指导|若干|行动|工作|管理|暂行)(细则|办法|方案|意见|措施|规定|政策|计划|要点|目录)$/;

/**
 * The kind of document a title names: 通知, 意见, 办法 …
 *
 * @param title a title, without a site's suffix; white space does not matter
 * @returns the kind, or null where the title ends in none
 */
export function kindOfTitle(title: string): string | null {
  const text = title.replace(/[\s《》]/g, '');
  if (!LAST.has(text.charAt(text.length - 1))) return null;
  const found = TITLE_END.exec(text);
  if (!found) return ANSWER.test(text) ? '答复' : null;
  const wrapped = /的(通知|公告|决定)$/.exec(text);
  const kind = wrapped?.[1] ?? found[1] ?? null;
  return kind && (SHORT.exec(kind)?.[1] ?? kind);
}

/** A title that explains, reports or collects: 解读, 图解, 答记者问, 要讯 … */
export const ABOUT_TITLE =
  /解读|图解|一图读懂|一图看懂|答记者问|记者会|新闻发布会|政策问答|问答|亮点|速览|要讯|简报|快报|周报|月报|动态|要闻|综述|评论|专访|侧记|目录$/;

/** 机关代字〔年〕号, in text without white space; and orders. */
const NUMBER_SIGN =
  /[\u4e00-\u9fff][〔［[【（(﹝](?:19|20)\d\d[〕］\]】）)﹞](?:第)?\d{1,5}号|令第?\d{1,4}号|令[^。]{0,12}第[\d一二三四五六七八九十百零〇]{1,6}号/;

/** A sign and what it weighs: above 0 for a document, below for a text about documents or neither. */
export interface Sign {
  key: string;
  weight: number;
}

/** How often a pattern stands in a text, counted no further than `most`. */
function count(text: string, pattern: RegExp, most: number): number {
  let n = 0;
  for (const _ of text.matchAll(pattern)) if (++n >= most) break;
  return n;
}

/**
 * The signs a running text gives.
 *
 * @param text the body's text; only its first 6,000 characters are looked at
 */
export function signsOfText(text: string): Sign[] {
  const all = text.slice(0, 6000);
  const tight = all.replace(/[^\S\n]/g, '');
  const head = tight.slice(0, 500);
  const signs: Sign[] = [];
  const sign = (key: string, weight: number, holds: boolean) => holds && signs.push({ key, weight });
  sign('doc-number', 3, NUMBER_SIGN.test(head));
  sign('addressee', 2, /(?:^|\n)(?:各|省|市|州|县|区|国务院)[^\n。]{2,160}[:：]\n/.test(tight.slice(0, 900)));
  sign(
    'issued-to-you',
    2,
    /印发给你们|现(?:予|将)?[^。\n]{0,30}(?:公布|发布|印发)|(?:通知|公告|通告|决定|批复|函复)如下|作(?:如下|以下)(?:修改|决定)/.test(
      tight.slice(0, 1500),
    ),
  );
  sign('articles', 3, count(tight, /(?:^|\n)第[一二三四五六七八九十百零〇\d]{1,5}条/g, 5) >= 5);
  sign(
    'headings',
    1,
    count(tight, /(?:^|\n)(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/g, 3) >= 3,
  );
  sign('in-force-clause', 1, /自[^。\n]{2,24}起(?:施行|实施|执行|试行|生效)/.test(text.slice(0, 200_000)));
  sign('duties-clause', 1, /责任单位|牵头单位|按照职责分工/.test(tight));
  sign('full-text', 8, /全文如下/.test(tight.slice(0, 1500)));
  sign(
    'news',
    -5,
    /本报讯|本报记者|新华社|通讯员|记者[^\n。]{0,8}(?:获悉|报道|了解到)|讯[（(]记者/.test(tight),
  );
  // Minutes are numbered like a periodical.
  sign('minutes', 8, /(?:^|\n)[^\n。《]{2,30}纪要(?:\n|$)/.test(head));
  sign('issue-of-a-periodical', -5, /(?:^|\n)[^\n]{0,24}第\d{1,4}期[^\n]{0,16}(?:\n|$)/.test(head));
  sign(
    'contents',
    -2,
    /(?:^|\n)目录\n/.test(tight.slice(0, 800)) && count(tight, /[·.…\d]{1,9}[)）]?\n/g, 6) >= 6,
  );
  sign(
    'explains',
    -5,
    count(
      tight,
      /(?:^|\n)[^\n。]{0,12}(?:制[定订](?:的)?背景|出台背景|起草背景|背景和过程|主要内容|起草过程|主要考虑|政策亮点|创新点)[^\n。]{0,8}(?:\n|$)/g,
      2,
    ) >= 2,
  );
  return signs;
}

/** What the signs together say; `about` needs something official to be about. */
export function verdictOf(
  signs: readonly Sign[],
  text: string,
): { verdict: 'document' | 'about' | 'other'; confidence: number } {
  const sum = signs.reduce((total, sign) => total + sign.weight, 0);
  if (sum >= 3) return { verdict: 'document', confidence: Math.min(0.99, 0.6 + sum * 0.05) };
  const against = signs.some((sign) => sign.weight < -3);
  const official =
    /《[^》\n]{4,60}(?:通知|意见|办法|规定|条例|方案|规划|计划|细则|决定|措施|法|纲要|要点)(?:[（(][^》]{0,16})?》/.test(
      text.slice(0, 20_000),
    ) || /(?:人民政府|国务院|省委|市委)[^\n]{0,400}/.test(text.slice(0, 6000));
  if (against && official) return { verdict: 'about', confidence: Math.min(0.95, 0.6 - sum * 0.03) };
  return { verdict: 'other', confidence: sum <= 0 ? 0.9 : 0.5 };
}
