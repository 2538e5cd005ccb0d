/**
 * Signs of what a page is, each weak by itself (they lie, they are missing, they are copied from
 * page to page), and what each weighs. Keys are stable: the popup has a sentence for each.
 */
export const WEIGHTS = {
  // for a document
  'metadata-block': 3,
  'doc-number': 3,
  'order-number': 2,
  'title-form': 2,
  column: 2,
  address: 1,
  addressee: 2,
  articles: 3,
  headings: 1,
  formula: 1,
  signature: 1,
  // against
  'about-title': -4,
  'about-column': -3,
  'news-column': -2,
  'news-lead': -2,
  'notice-title': -4,
  'list-page': -4,
  'search-page': -4,
  'service-page': -5,
  'form-page': -3,
  'home-page': -4,
} as const;

export type Sign = keyof typeof WEIGHTS;

/** Titles that explain or report. */
export const ABOUT_TITLE =
  /^[【[（(]?\s*(?:一图读懂|一图看懂|图解|图说|漫画|解读|政策解读|问答|政策问答|访谈|专访|专家解读|简报|要讯)|(?:解读|图解|一图读懂|一图看懂|政策问答|答问|问答|答记者问|记者问|简报|要讯|周报|专报|访谈|专访|发布会|吹风会|实录|起草说明|政策简明问答)\s*(?:[（(][^（）()]{1,20}[)）])?\s*$/;
export const ABOUT_COLUMN = /解读|图解|问答|访谈|新闻发布|回应关切|政策回应|在线访谈/;
export const NEWS_COLUMN = /要闻|动态|新闻|资讯|快讯|媒体|活动|视频|图片|专题报道|领导/;

/** Columns where documents are kept. */
export const DOCUMENT_COLUMN =
  /政策文件|规范性文件|政府文件|部门文件|文件库|政策库|法规|规章|政府令|公报|府发|府办|行政规范|法律|政策法规|公文|其他文件|规划计划|通知通告/;

/** Announcements of single affairs: numbered like documents, but they lay down nothing. */
export const NOTICE_TITLE =
  /(?:招标|采购|中标|成交|竞价|竞争性磋商|询价|拍卖|挂牌|出让|招聘|招录|录用|聘用|面试|笔试|体检|资格复审|拟任|任前|拟录|公示|开庭|送达|停水|停电|停气|停暖|天气|气象|预警|预报|交易|遴选|抽检|拟表彰|施工|封闭|交通管制|注销|遗失|环评|受理情况|审批意见|竞买|流标|更正|答疑|征地补偿安置|听证|学费|放假值班|辟谣)/;
/** What such a notice ends in. A 通知 or 公告 with its own number is not judged by this. */
export const NOTICE_END =
  /(?:公告|公示|通知|结果|启事|名单|预告|预报|信息|意向|通告|提示|简章|须知|情况)\s*(?:[（(][^（）()]{1,24}[)）])?\s*$|第\s*\d+\s*号\s*$/;

export const NEWS_LEAD =
  /^.{0,20}(?:本报讯|本网讯|新华社|中新社|人民网|记者|讯\s*[（(]|(?:日|近日|日前|今天|昨天|上午|下午)[，,])|^\d{1,2}月\d{1,2}日/;
/** Mentions of documents: 《…办法》, 云府发〔2025〕3号, or policy in a news title. */
export const MENTIONS =
  /《[^《》]{3,80}(?:通知|意见|办法|规定|条例|方案|规划|细则|决定|措施|计划|纲要|公告|要点|法)(?:[（(][^（）()]{1,12}[)）])?》|〔20\d\d〕\d{1,4}号/;
export const POLICY_WORDS = /政策|新规|措施|办法|条例|意见|规定|细则|补贴|印发|出台|发布|施行|实施/;

/** Formulas by which documents issue, lay down, and take force. */
export const FORMULA =
  /印发给你们|转发给你们|下达给你们|请(?:认真|遵照|结合实际)[^。]{0,12}(?:执行|落实)|制定本(?:办法|规定|条例|细则|规则|标准|意见|方案|措施)|自[^。，]{2,24}起(?:施行|实施|执行)|现(?:通知|公告|通告|批复|函复|答复|提出)如下|特此(?:通知|公告|通告|函告|批复|函复)|有效期(?:至|[为]?\s*\d\s*年)|现予(?:公布|发布|印发)|同意[^。]{2,60}现就/;

/** What guides to a service are made of. Four of them make one. */
export const SERVICE_WORDS = [
  '办理条件',
  '受理条件',
  '申请材料',
  '申报材料',
  '办理流程',
  '办理程序',
  '办理时限',
  '承诺办结',
  '法定办结',
  '收费标准',
  '收费依据',
  '办理地点',
  '办理时间',
  '咨询电话',
  '监督投诉',
  '投诉电话',
  '事项编码',
  '实施编码',
  '实施主体',
  '行使层级',
  '在线办理',
  '到现场次数',
];

/** Addresses under which documents are kept, and those of news and explanations. */
export const DOCUMENT_ADDRESS =
  /zhengce|zcwj|zfwj|gfxwj|xzgfx|wjk|xxgk|zfgz|szfwj|fagui|flfg|zcfg|gkmlpt|gongbao|zfgb|zcfb|fzggwl|zwgk\/.*\/art_|gwk\/search/i;
export const ABOUT_ADDRESS = /jiedu|zcjd|\/jd\/|zcwd|xwfb/i;
export const NEWS_ADDRESS =
  /xinwen|\/news|xwzx|ywdt|gzdt|zwdt|\/yw\/|yaowen|mtbd|ldhd|hdjl|zwfw|bsfw|sousuo|search\.|login/i;
export const SEARCH_ADDRESS =
  /[?&](?:q|w|searchword|keyword|kw)=|\/(?:search|sousuo|jsearch\w*|s)(?:[/.?]|$)/i;

const TRADITIONAL =
  '辦條規劃則號發機關題標來類節見決複覆報議綱計實於兩開閱國務華縣區廳廠問讀簡訊聞錄單責華請給們現認執複門業應員會書製';
const SIMPLIFIED =
  '办条规划则号发机关题标来类节见决复复报议纲计实于两开阅国务华县区厅厂问读简讯闻录单责华请给们现认执复门业应员会书制';
const FOLD = new Map([...TRADITIONAL].map((char, i) => [char, [...SIMPLIFIED][i] as string]));

/** The characters that signs are made of in simplified form, for the traditional copies that some sites serve. */
export function simplify(text: string): string {
  return text.replace(/[\u4e00-\u9fff]/g, (char) => FOLD.get(char) ?? char);
}
