import type { Entry } from '../../../lib/catalogue/facts.ts';
import type { Deed } from '../../../lib/catalogue/shards/rows.ts';

/**
 * A million documents of ours, in imaginary places: each made of its number alone, so that none has to be
 * kept. They come in families as in life: a regulation, its trial version, its revision, a later one under
 * the same title, another district's copy of it, two years' plans for it and a notice about it, which share
 * most of their sentences. Three sentences in ten are formulas that thousands of documents share.
 */
export const FAMILY = 8;
/** Of so many made documents the last is in no catalogue: pages of these must not be recognised. */
export const KEPT_OUT = 50;

/** Numbers from 0 to 1 that are the same on every run. */
export function randomFrom(...seeds: number[]): () => number {
  let state = 0x9e3779b9;
  for (const seed of seeds) state = Math.imul(state ^ seed, 0x85ebca6b) ^ (state >>> 13);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const list = (words: string) => words.split(' ');
const FIRST = list('云 澄 南 青 白 松 竹 桐 临 望 渡 石 沙 柳 梅 苍 碧 溪 岚 雁');
const SECOND = list('岭 江 渡 川 溪 原 浦 台 桥 源 泽 陵 洲 屏 湾 坪 峡 塘 岗 汀');
const RANK = list('市 区 县 新区 自治县 高新区');
const FIELD = list(
  '茶叶 渡口 航标 林场 水库 桥梁 集市 灯塔 苗圃 渔港 湿地 古树 窑厂 粮仓 码头 温泉 竹编 造船 养蜂 盐田 索道 驿站 梯田 矿泉 冰场 气象站 图书馆 体育馆 老年食堂 托育点 充电桩 停车场 污水厂 供热站 消防栓 公交站 电梯 窨井 路灯 公厕',
);
const MATTER = list(
  '安全管理 质量监督 专项资金使用 评估备案 特许经营 登记 招商引资 人才引进 数字化改造 绿色发展 风险防控 名录保护 分类处置 信息公开 应急处置 设施养护 价格公示 信用评价 技术改造 试点示范',
);
const KIND = list('管理办法 实施细则 若干规定 若干措施 工作规则 奖励办法 暂行规定 行动计划');
const OFFICE = list('人民政府 人民政府办公室 发展改革局 城乡建设局 市场监督管理局 商务局 水务局 交通运输局');
const CODE = list('府规 府办规 发改规 建规 市监规 商规 水规 交规');
const WHO = list('主管部门 经办机构 申请人 使用单位 经营者 镇人民政府 街道办事处 检测机构 值守人员 养护单位');
const WHEN = list(
  '每逢汛期 收到材料后 发现异常时 投入使用前 停用三十日前 每季度末 签订协议后 接到举报后 检查结束后 变更地址的',
);
const DOES = list('清点 修补 登记 巡查 抄送 校准 公示 封存 复核 更换');
const WHAT = list('台账 样品 闸门 苗木 标识 票据 设备 管线 合同 档案 器材 图纸');
const HOW = list(
  '并在显著位置张贴结果 由两人当面签字确认 不得借故拖延 所需费用据实列支 有异议的可以申请复核 结果记入当年档案 同时告知相邻单位 逾期不办的予以通报 相关凭证保存三年 涉及个人信息的依规保密',
);

/** Formulas that documents of all places share, in words of our own. */
const FORMULAS = WHO.flatMap((who) =>
  list('履职不到位 弄虚作假 拒不配合 擅自变更用途 泄露他人信息 虚报数量').flatMap((what) => [
    `${who}${what}的，由上一级单位责令纠正，情节较重的移交有关方面处理。`,
    `对${who}${what}的情形，任何人都可以通过公开渠道反映，收到反映的单位应当答复。`,
    `${who}应当建立防止${what}的内部制度，并指定专人负责落实到日常工作之中。`,
  ]),
);

/** A made document. */
export interface Made {
  entry: Entry;
  text: string;
}

const pick = <T>(random: () => number, words: readonly T[]) =>
  words[Math.floor(random() * words.length)] as T;

interface Family {
  place: string;
  subject: string;
  kind: string;
  office: number;
  year: number;
  sentences: number;
}

function familyOf(number: number): Family {
  const random = randomFrom(1, number);
  return {
    place: placeFrom(random),
    subject: `${pick(random, FIELD)}${pick(random, MATTER)}`,
    kind: pick(random, KIND),
    office: Math.floor(random() * OFFICE.length),
    year: 2008 + Math.floor(random() * 14),
    // Most documents are short and a few are very long: 58 sentences in the mean, half below 45.
    sentences: Math.min(400, 14 + Math.floor(-44 * Math.log(1 - random()))),
  };
}

const placeFrom = (random: () => number) =>
  `${pick(random, FIRST)}${pick(random, SECOND)}${pick(random, FIRST)}${pick(random, RANK)}`;

/** What a member of a family is called and when it was issued. */
function namesOf(document: number) {
  const number = Math.floor(document / FAMILY);
  const member = document % FAMILY;
  const family = familyOf(number);
  const random = randomFrom(2, document);
  const place = member === 4 ? placeFrom(random) : family.place;
  const year = family.year + ([0, -2, 3, 5, 1, 0, 1, 2][member] ?? 0);
  const { subject, kind, office } = family;
  const titles = [
    `${place}${subject}${kind}`,
    `${place}${subject}${kind}（试行）`,
    `${place}${subject}${kind}（修订）`,
    `${place}${subject}${kind}`,
    `${place}${subject}${kind}`,
    `${place}${year}年${subject}工作要点`,
    `${place}${year}年${subject}工作要点`,
    `${place}${OFFICE[office]}关于进一步做好${subject}工作的通知`,
  ];
  const title = titles[member] ?? '';
  const issuer = `${place}${OFFICE[office]}`;
  // One number in a thousand is used twice by the same office: a slip as in life.
  const serial = 1 + ((document * 7919 + number) % 997);
  const docNumber = `${place.slice(0, 3)}${CODE[office]}〔${year}〕${serial}号`;
  const day = (from: number) => {
    const month = 1 + Math.floor(random() * 12);
    const date = 1 + Math.floor(random() * 28);
    return `${from}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  };
  const issued = day(year);
  return { number, member, family, place, year, title, issuer, docNumber, issued };
}

/** The facts of a made document. */
export function madeEntry(document: number): Entry {
  const { member, title, issuer, docNumber, issued, year } = namesOf(document);
  const notice = member < 5 ? `${issuer}关于印发《${title}》的通知` : null;
  return {
    ...{ id: `m${document.toString(36)}`, title, noticeTitle: notice, docNumber, issuers: [issuer] },
    ...{
      kind: member === 7 ? '通知' : null,
      otherTitles: [],
      otherNumbers: [],
      published: null,
      relations: [],
    },
    issued,
    effective: member < 5 ? issued : null,
    expires: member < 5 ? `${year + 5}-12-31` : null,
  };
}

/** What a made document does to others of its family, and they to it. */
export function madeDeeds(document: number): Deed[] {
  const member = document % FAMILY;
  const first = document - member;
  const other = (at: number) => ({ ...madeEntry(first + at), noticeTitle: null });
  const deeds: Deed[] = [];
  if (member === 0)
    deeds.push(
      { type: 'repeals', own: true, other: other(1) },
      { type: 'repeals', own: false, other: other(2) },
    );
  if (member === 1) deeds.push({ type: 'repeals', own: false, other: other(0) });
  if (member === 2)
    deeds.push(
      { type: 'repeals', own: true, other: other(0) },
      { type: 'repeals', own: false, other: other(3) },
    );
  if (member === 3) deeds.push({ type: 'repeals', own: true, other: other(2) });
  if (member > 3) deeds.push({ type: 'basis', own: true, other: other(0) });
  return deeds;
}

/** A made document with its text: title, number, addressees, articles, signature. */
export function made(document: number): Made {
  const { number, member, family, place, title, issuer, docNumber, issued } = namesOf(document);
  const lines = [title, docNumber, '各有关单位：'];
  const change = randomFrom(3, document);
  // Plans and notices have words of their own; versions of a regulation share most of theirs.
  const root = member < 5 ? 0 : member < 7 ? 5 : 7;
  const altered = [0, 0.12, 0.15, 0.3, 0.1, 0, 0.4, 0][member] ?? 0;
  for (let k = 0; k < family.sentences; k += 2) {
    const pair = [k, k + 1].map((at) => {
      const own = change() < altered;
      return sentence(
        own ? randomFrom(4, document, at) : randomFrom(5, number * FAMILY + root, at),
        place,
        family.subject,
      );
    });
    lines.push(`　　第${chinese(k / 2 + 1)}条　${pair.join('')}`);
  }
  const [year, month, day] = issued.split('-').map(Number);
  lines.push(
    `　　第${chinese(Math.ceil(family.sentences / 2) + 1)}条　本${family.kind.slice(-2)}自印发之日起施行。`,
  );
  lines.push(issuer, `${year}年${month}月${day}日`);
  return { entry: madeEntry(document), text: `${lines.join('\n')}\n` };
}

function sentence(random: () => number, place: string, subject: string): string {
  if (random() < 0.3) return pick(random, FORMULAS);
  const head = random() < 0.2 ? `在${place}从事${subject}的，` : '';
  const number = 2 + Math.floor(random() * 97);
  return `${head}${pick(random, WHEN)}，${pick(random, WHO)}应当${pick(random, DOES)}${number}处${pick(random, WHAT)}和${pick(random, WHAT)}，${pick(random, HOW)}。`;
}

const DIGITS = '零一二三四五六七八九';
function chinese(number: number): string {
  const digit = (at: number) => DIGITS[at] ?? '';
  if (number < 10) return digit(number);
  const hundreds = Math.floor(number / 100);
  const tens = Math.floor(number / 10) % 10;
  const ones = number % 10 ? digit(number % 10) : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : digit(tens)}十` : ones ? '零' : '';
  return `${hundreds ? `${digit(hundreds)}百` : ''}${middle}${ones}`;
}

/** The made document behind the n-th of a catalogue: those that are kept out are passed over. */
export function inCatalogue(place: number): number {
  return place + Math.floor(place / (KEPT_OUT - 1));
}
