import { KINDS } from './lines.ts';

/** The words and addresses by which pages of official sites give away what they are. */

/** What explains documents, or reports of them. */
export const ABOUT =
  '解读|图解|一图[读看]懂|图说|问答|答问|记者问|简报|要讯|周报|专报|访谈|专访|发布会|吹风会|实录|起草说明|回应关切';
export const ABOUT_TITLE = new RegExp(
  `^[【[（(]?\\s*(?:政策|专家)?(?:${ABOUT})|(?:${ABOUT})\\s*(?:[（(][^（）()]{1,20}[)）])?\\s*$`,
);
export const NEWS_COLUMN = /要闻|动态|新闻|资讯|媒体|活动|视频|图片|领导/;
/** Columns where documents are kept. */
export const DOCUMENT_COLUMN = /文件|政策库|法规|规章|政府令|公报|规范|公文|规划计划|通知公告|通知通告/;

/** Announcements of single affairs: numbered like documents, but they lay down nothing. */
export const NOTICE_TITLE =
  /招标|采购|中标|成交|拍卖|挂牌|出让|招[聘录]|[录聘]用|面试|笔试|拟任|公示|停[水电气暖]|天气|预[警报]|交易|抽检|施工|环评|听证|处罚|信息公开工作/;
/** What such a notice ends in. A 通知 or 公告 with its own number is not judged by this. */
export const NOTICE_END =
  /(?:[公通]告|公示|通知|结果|启事|名单|预[告报]|信息|意向|提示|简章|须知|情况|决定书|年度报告)\s*(?:[（(][^（）()]{1,24}[)）])?$|第\s*\d+\s*号$/;

export const NEWS_LEAD = /^.{0,20}(?:讯[（(\s]|新华社|记者|[近日]日?[，,]|日前|[今昨]天)|^\d{1,2}月\d{1,2}日/;
/** Mentions of documents in an article: 《…办法》, 〔2025〕3号. */
export const MENTIONS = new RegExp(
  `《[^《》]{3,90}(?:${KINDS}|法)(?:（[^）]{1,12}）)?》|〔20\\d\\d〕\\d{1,4}号`,
);

/** Formulas by which documents issue, lay down, and take force. */
export const FORMULA =
  /[印转下]\S给你们|请认真[^。]{0,12}(?:执行|落实)|制定本\S\S|自[^。，]{2,24}起[施实执]|现\S{2,4}如下|特此|有效期至|现予公布/;

/** What guides to a service are made of. Four different ones make one. */
export const SERVICE_WORDS =
  /[办受]理(?:条件|流程|程序|时限|地点|时间)|申[请报]材料|[承法][诺定]办结|收费[标依]|[咨投][询诉]电话|实施主体/g;

/** Addresses under which documents are kept, and those of news, explanations and searches. */
export const DOCUMENT_ADDRESS =
  /zhengce|zcwj|zfwj|gfxwj|wjk|xxgk|zfgz|fagui|flfg|zcfg|gkmlpt|gongbao|zfgb|zcfb|gwk\//i;
export const ABOUT_ADDRESS = /jiedu|zcjd|\/jd\/|zcwd|xwfb/i;
export const NEWS_ADDRESS = /xinwen|\/news|xwzx|ywdt|gzdt|\/yw\/|yaowen|zwfw|bsfw|sousuo|login/i;
export const SEARCH_ADDRESS =
  /[?&](?:q|w|searchword|keyword|kw)=|\/j?(?:search|sousuo)(?!\/content)\w*(?:[/.?]|$)/i;
