import type { Relation } from '../types.ts';

/**
 * What a sentence does to the documents it names. The rules look at the words right before the first
 * title of a list and right behind its last one (立法技术规范（试行） lays their order down: 根据…制定 first,
 * 同时废止 last).
 */

/** A run of titles that the sentence treats alike, and what stands around it in the sentence. */
export interface Surroundings {
  /** From the sentence's start to the first title; from the last one to the sentence's end. */
  before: string;
  after: string;
  /** The sentence opens the document or its attached text, before its first numbered part. */
  opening: boolean;
  /** The document only speaks about others: an explanation, a newsletter. */
  about: boolean;
}

/** Brackets right behind a title: its number, 以下简称…. */
const BRACKETS = /^(?:[(〔][^()〔〕]*(?:[(〔][^()〔〕]*[)〕][^()〔〕]*)*[)〕])+/;

const END =
  '废止|失效|停止执行|停止施行|停止实施|停止适用|停止使用|终止执行|终止施行|不再执行|不再适用|不再施行|不再实施|不再有效|不再保留|作废|自行失效';
/** What stands between a title and the verb: its articles, from when, why; no other object of the verb. */
const REPEALED = new RegExp(
  `^(?:第[^《。;,]{1,40}[条款项])?(?:(?!或者?|修订|修改|清理|及时|规定,|的规定)[^《。;]){0,60}?(?<![不未被])(?:${END})(?=[,。;、)〕\\n!]|$|之日|执行|处理|并|[^。;,]{0,6}$)(?!前|后|之前|之后|或者)`,
);
const NOT_REPEALED =
  /^[^《。;]{0,30}(?:继续有效|仍然有效|继续执行|继续施行|不得|是否|可以|应当提出|建议)|^[^《。;]{0,30}已(?:经|于|被)?[^《。;,]{0,16}(?:废止|失效|停止)/;
const TO_REPEAL =
  /(?:废止|停止执行|停止施行|停止实施|终止执行|替代|取代|代替)(?:了|原|原有的?|以下|下列)?(?![^。;]*(?:符合|一致|抵触|规定的))[^,。;:《》]{0,30}$|撤销$|(?:废止|停止执行|停止施行)(?:以下|下列)[^,。;:《》]{0,16}:$|(?:以下|下列)[^,。;:《》]{0,16}(?:同时|予以|一并)?(?:废止|失效):$/;
const ALREADY = /(?:已|已经|曾)(?:被|经|于[^,。;]{1,16})?(?:废止|失效|停止执行|停止施行)[^,。;]{0,8}$/;

const CHANGE = '修改|修订|修正|调整|更正';
const AMENDED = new RegExp(
  `^(?:第[^《。;]{1,40}[条款项])?(?:等[^《。;,]{0,24})?(?:中的?|的)?(?:有关|相关|部分|个别|下列|以下)*(?:条款|条文|内容|规定|事项|附件|附表)?,?(?:现|特)?(?:决定)?(?:予以|(?:作出?|做出?|进行|加以)(?:如下|以下|下列|部分|适当|相应)|作出?|的)?(?:如下|以下|下列|部分|适当|相应|必要的?)*的?(?:${CHANGE})(?!后|的《|完善|工作|草案|案|稿|任务)`,
);
const AMENDED_BY_THIS =
  /^(?:等[^《。;]{0,24})?根据本(?:决定|通知|公告|令)[^《。;]{0,16}(?:修改|修订|修正|调整)/;
const ARTICLE_CHANGED =
  /^(?:的|中的?)?(?:附件|附表|附录|标题|名称|题注|序言|目录)?[一二三四五六七八九十\d]{0,3}(?:第[^《。;]{1,60}?|[^《。;]{0,20}“[^”]{1,60}”[^《。;]{0,8})?(?:修改为|改为|删去|删除|增加(?:一|两|\d)|调整为|修正为|予以删除|作为第)/;
const TO_DELETE = /(?:删去|删除)$/;
const TO_AMEND = new RegExp(`(?:${CHANGE})$`);
const BY_DECISION =
  /^(?:等[^《。;,]{0,24}|第[^《。;]{1,30}|部分[^《。;]{0,8}|有关[^《。;]{0,8}|个别[^《。;]{0,8})?(?:的|,)?(?:决定|通知|公告|命令|令)/;

const LONGER = '延长|延续|顺延|延至|展期|续期|延期';
const EXTENDED = new RegExp(
  `^[^《。;]{0,60}?(?:有效期限?[^《。;不]{0,16}?(?:${LONGER})|(?:${LONGER})[^《。;]{0,14}有效期|(?:执行|施行|实施|试行|适用)(?:期限?|时间)(?:${LONGER})|(?:${LONGER})(?:执行|施行|实施|试行)?(?:至|到|[一二三四五\\d])|继续有效的(?:通知|公告|决定|函)|继续(?:执行|施行|实施|有效|适用|试行)[^《。;]{0,8}?(?:至|到|有效期|[一二三四五两\\d]+年|期限))`,
);
const TO_EXTEND = new RegExp(`(?:${LONGER}|继续(?:执行|实施|施行))[^,。;:《》]{0,24}$`);
const TERM_OF = /^[^《。;]{0,16}(?:有效期|期限|执行期|施行期|试行期|执行时间|的(?:通知|公告|决定|函))/;
const NOT_EXTENDED = /不再(?:延长|延续|延期)|不予(?:延长|延续)|不延长/;

const HANDED_OUT =
  /^(?:[^《。;]{0,12})?(?:印发|转发|批转|发给|下发|公布|发布|颁布|予以公布|予以印发|通知你们|提供给)(?:给|你们|如下|施行|,|$)/;
const APPROVED =
  /^[^《。;]{0,70}?(?:同意|通过|批准|审定|备案)[^《。;]{0,20}?,?(?:现|特|请|予)[^《。;]{0,10}?(?:印发|公布|发布|颁布|转发|下发|遵照|认真)/;
/** 市政府同意…制定的《…》，现转发给你们: what follows the title alone says it. */
const HANDED_NOW = /^,现(?:予以?)?(?:印发|转发|批转|公布|发布|颁布)/;
const NOW = /(?:现将|兹将|特将|将修订后的|将修改后的|将)[^《。;]{0,40}$/;
const SEE_ATTACHED = /^[(〔][^()〔〕]{0,6}附件/;

const ON_GROUNDS =
  /(?:^|[,。:、()》]|为了?|现|特|兹|本[\u4e00-\u9fff]{2,6}?是?)(?:根据|依据|依照|按照|遵照|遵循|参照|结合|为[^,。;《》]{0,10}?(?:贯彻|落实|执行|实施|规范实施|做好|用好)|(?:深入|全面|认真|进一步|切实|坚决)*(?:贯彻|落实))[^。;《》]{0,80}$/;
/** Past the opening only the document's own making counts: 制定本办法 in an article that a decision quotes. */
const FORMED =
  /(?:制定|制订|编制|修订|订立)(?:了)?本(?:办法|规定|细则|方案|意见|措施|计划|规划|政策|制度|规则|条例|决定|通知|要点|标准|指引|规范|预案|章程)|特(?:制定|提出)|(?:通知|公告|通告|决定|意见|批复|函复|规定)如下/;
/** The document is what the sentence goes by, not what it acts on. */
const BY_IT = /(?:根据|依据|依照|按照|遵照|参照|违反|符合|与)[^,。;《》]*$/;
const ITS_RULES = /^(?:第[^《。;,]{1,40}[条款项])?(?:中?的)?(?:有关|相关)?(?:规定|所称|要求)/;

const EXPLAINED =
  /^(?:[^《。;]{0,12})(?:解读|图解|的?解释|政策问答|答记者问|有关情况说明|的?起草说明|的?编制说明)/;
const INTERPRETING = /(?:解读|图解|一图读懂|读懂|解释|关于(?:适用|执行|应用))$/;

/** …根据…令第52号修正的: how the cited document came to be, no ground of this one. */
const REVISED =
  /根据(?=[^。;《》]*(?:\d|决定))[^。;《》]{0,60}?(?:修正|修订|修改)(?:并(?:重新)?(?:公布|发布|印发|颁布))?的?(?=,|根据|$)/g;

/** The relation that a sentence gives to a run of titles in it. */
export function relationOf({ before: whole, after, opening, about }: Surroundings): Relation {
  const before = whole.replace(REVISED, '');
  const bracket = BRACKETS.exec(after)?.[0] ?? '';
  const rest = after.slice(bracket.length);
  if (!BY_IT.test(before)) {
    if (isExtended(before, rest)) return 'extends';
    if (isRepealed(before, rest)) return 'repeals';
    if (isAmended(before, rest)) return 'amends';
  }
  if (SEE_ATTACHED.test(bracket)) return 'attaches';
  if (!about && (NOW.test(before) || opening) && isHandedOut(before, rest)) return 'attaches';
  if (INTERPRETING.test(before) || (about && EXPLAINED.test(rest))) return 'interprets';
  if (ON_GROUNDS.test(before) && ((opening && !about) || FORMED.test(rest))) return 'basis';
  return 'cites';
}

function isRepealed(before: string, rest: string): boolean {
  if (ALREADY.test(before)) return false;
  if (TO_REPEAL.test(before)) return true;
  return REPEALED.test(rest) && !NOT_REPEALED.test(rest);
}

function isAmended(before: string, rest: string): boolean {
  if (AMENDED_BY_THIS.test(rest)) return true;
  if (AMENDED.test(rest) || ARTICLE_CHANGED.test(rest)) return true;
  if (TO_DELETE.test(before) && rest.startsWith('第')) return true;
  return TO_AMEND.test(before) && (BY_DECISION.test(rest) || /(?:决定|关于)[^,。;]{0,6}$/.test(before));
}

function isExtended(before: string, rest: string): boolean {
  if (NOT_EXTENDED.test(rest) || ITS_RULES.test(rest)) return false;
  return EXTENDED.test(rest) || (TO_EXTEND.test(before) && TERM_OF.test(rest));
}

function isHandedOut(before: string, rest: string): boolean {
  return APPROVED.test(rest) || HANDED_NOW.test(rest) || (NOW.test(before) && HANDED_OUT.test(rest));
}
