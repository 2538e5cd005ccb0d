/**
 * The words at which a noun phrase starts when one walks back from its end. Chinese puts no space
 * between words, so a full name before （以下简称…） is found by what may stand before a name: prepositions,
 * conjunctions and verbs.
 */

/** Verbs and prepositions that hardly ever stand inside a name. */
const STRONG = `印发 发布 公布 出台 制定 制订 下发 转发 纳入 进驻 进入 依托 发挥 设立 成立 组建 建立 构建 打造 推动 鼓励
引导 适用于 符合 属于 达到 具备 具有 享受 参加 按照 根据 依据 依照 遵照 围绕 聚焦 搭建 完善 健全 加快 加强 提升 提高 优化 深化 强化 扩大
落实 贯彻 履行 遵守 违反 取得 获得 持有 核发 颁发 颁布 邀请 委托 会同 召开 举办 开展 启动 实行 推行 修订 起草 编制 报送 提交
申领 申报 提出 作出 指定 选定 明确 确定 列入 列为 作为 成为 称为 通过 关于 负责 承担 包括 包含 涉及 针对 借助 采用 采取 不得 应当
可以 必须 能够 需要 给予 授予 做好 抓好 用好 做强 做大 建成 建好 办好 形成 创建 争创 申请 命名 签订 签署 加入 限制 限于 原则上为 一般为 主要为 均为 分别为 应为 覆盖
突出 对标 坚持 汇聚 依法向 从事 取消 分为 视为 改为 转为 实现 来自 位于 归属 隶属 接入 对接 登录 打通 面向 所称 所称的 是指 系指
新建 扩建 改建 迁建 增设 新设 选聘 聘请 报请 提请 经由 凭 有关 相关 上述 下列 以下 其中 同时 以及 或者 并且 及其 分别 共同 也是 就是
归档 占用 加大 出具 填写 签收 领取 收回 注销 补发 换发 出借 涂改 伪造 变造 租用 投保 退还 处以 责令 吊销 暂扣 没收 追回 拨付 返还
计入 记入 列支 参照 比照 遴选 争取 编入 列示 参观 考察 走访 访问 乘坐`;

/** Verbs that also stand inside names (促进中心, 建设项目): they count only where a verb is due. */
const WEAK = `规范 推进 促进 实施 支持 保护 保障 组织 管理 建设 服务 发展 使用 利用 改造 培育 推广 指导 监督 协调 统筹 配合
牵头 发展 应用 运用 执行 认定 发行 举行 调整 修改 修正 废止 整合 引进 引入 聚集 安排 部署 提供 编写 维护 改革 创新 研究 探索
试点 申办 开发 运营 开设 开通 打击 防范 防治 查处 处置 评选 评定 招募 培养 选拔 扶持 资助 奖励 补贴 收购 采购 参与 联合 协同 宣传
对照 拓展 壮大 做优 夯实 优先 统一 控制 增加 减少 降低 确保 保证 满足 适应 衔接 结合 收集 公开 报告 备案 审查 审批 核准 检查 督促 落地
储备 供应 办理 批准 核定 拟订 拟定 审定 汇总 评估 论证 联系 制作 种植 养殖 生产 销售 经营 运输 排放 回收 支付 缴纳 安装 购买 配备 复制 查阅 出租 转让 赔偿`;

/** What stands before a verb: the end of an adverb or of a modal word. */
const BEFORE_VERB =
  /(?:[,。;:!?、\n(“]|^|进一步|大力|加快|积极|全面|依法|应当|可以|不得|(?<![主重首简必摘])要|(?<!行)为了?|(?<!所)以|并|持续|深入|着力|切实|不断|共同|严格|有序|稳步|主动|有效|充分|更好|做好|抓好|负责|鼓励|引导|推动|加强|(?<![创更革])新|已|拟|将|会同.{0,12}|一律|优先|逐步|率先)$/;

/** What makes a compound noun of a verb (开发区, 管理者), and the words that it starts itself (推进区域…, 规范法人…). */
const COMPOUND: Record<string, string> = {
  区: '域块间县划级内',
  者: '',
  商: '业品务标贸',
  局: '部势限面',
  部: '分门队委省际级',
  厅: '',
  院: '校所士前',
  员: '工',
  业: '务主界态绩',
  人: '民才员力工口文身大均机物类事居',
  类: '似',
  型: '号',
  性: '质能别',
  化: '学工解肥妆石',
  率: '先',
  费: '用',
  金: '融属额',
  权: '利益力限',
  品: '牌种质类德',
  物: '流业资联种品价',
  法: '律规治人定制院',
  案: '件例',
  书: '面记',
  件: '',
  证: '照书券明据件',
  表: '彰现决',
};
/** A word that goes on across the cut: 落实行政 holds no 实行. */
const GOES_ON: Record<string, string> = {
  行: '政为业动程人',
  入: '口',
  出: '口租让版',
  定: '点',
  办: '法公',
  发: '展',
  用: '地水电户',
  合: '同',
  报: '系平表材书',
  其: '他它中余实次',
};
/** 市和区, 省和市: levels of government named together are one phrase. */
const LEVELS = new Set('国省市州县区乡镇'.split(''));

interface Particle {
  /** Not a particle after one of these, or before one of these: 参与, 与会. */
  notAfter: string;
  notBefore: string;
}

/** One-character prepositions and conjunctions, with the words that only look like them. */
const PARTICLES: Record<string, Particle> = {
  在: { notAfter: '存所现正潜实内', notBefore: '线建册编校职岗库沪地途场读学华京职野' },
  由: { notAfter: '自理事缘', notBefore: '于' },
  对: { notAfter: '针相应面核校比反绝配', notBefore: '外口象接应策标称照比账话内冲手等立抗症于' },
  为: { notAfter: '行人难有', notBefore: '企民期主止准农老侨' },
  与: { notAfter: '参给授赠付', notBefore: '会否时' },
  将: { notAfter: '', notBefore: '军来' },
  把: { notAfter: '', notBefore: '关握控' },
  向: { notAfter: '方定导意趋双单走去横纵内外转志动', notBefore: '上导' },
  从: { notAfter: '服随', notBefore: '业事属而严重轻快优宽紧价量' },
  和: { notAfter: '共饱缓温调总中', notBefore: '国谐平解睦好约声服田' },
  及: { notAfter: '以涉普波顾危触提言', notBefore: '时格早其' },
  或: { notAfter: '', notBefore: '者' },
  是: { notAfter: '但只而于凡若', notBefore: '否' },
  至: { notAfter: '甚乃直截以', notBefore: '今少多上' },
  到: { notAfter: '达得遇受', notBefore: '期位岗' },
  了: { notAfter: '为', notBefore: '解结' },
};

export type CutKind = 'hard' | 'comma' | 'list' | 'and' | 'of' | 'verb' | 'particle';

const HARD = new Set(['。', ';', ':', '!', '?', '\n']);
const AND = new Set(['和', '与', '及', '或']);
const AND_WORDS = new Set(['以及', '或者', '并且', '及其']);

const byLast = new Map<string, { word: string; weak: boolean }[]>();
for (const [words, weak] of [
  [STRONG, false],
  [WEAK, true],
] as const) {
  for (const word of words.split(/\s+/)) {
    const last = word.charAt(word.length - 1);
    const list = byLast.get(last) ?? [];
    if (!list.some((other) => other.word === word)) list.push({ word, weak });
    byLast.set(last, list);
  }
}
for (const list of byLast.values()) list.sort((a, b) => b.word.length - a.word.length);

/** Characters that cut or may cut by themselves; and pairs of characters, hashed, that end a verb: most text has neither. */
const MAY_CUT = new Uint8Array(0x10000);
const MAY_END_WORD = new Uint8Array(0x10000);
for (const char of [...HARD, ...Object.keys(PARTICLES), ...',、/的了着过起']) MAY_CUT[char.charCodeAt(0)] = 1;
for (const list of byLast.values())
  for (const { word } of list)
    MAY_END_WORD[pairHash(word.charCodeAt(word.length - 2), word.charCodeAt(word.length - 1))] = 1;

function pairHash(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

/** A place where a phrase may start, and the word before it. */
export interface Cut {
  at: number;
  kind: CutKind;
  word: string;
}

/**
 * What cuts the text right before `at`.
 *
 * @param floor the start of the sentence
 * @returns null where the text runs on
 */
export function cutAt(text: string, at: number, floor: number): Cut | null {
  if (at <= floor) return { at: floor, kind: 'hard', word: '' };
  const code = text.charCodeAt(at - 1);
  if (MAY_CUT[code] === 0 && MAY_END_WORD[pairHash(text.charCodeAt(at - 2), code)] === 0) return null;
  const char = text.charAt(at - 1);
  if (HARD.has(char)) return { at, kind: 'hard', word: char };
  if (char === ',') return { at, kind: 'comma', word: char };
  if (char === '、' || char === '/') return { at, kind: 'list', word: char };
  if (char === '的') return { at, kind: 'of', word: char };
  const word = wordBefore(text, at, floor);
  if (word) return { at, kind: AND_WORDS.has(word) ? 'and' : 'verb', word };
  const particle = PARTICLES[char];
  if (!particle) return null;
  if (at - 2 >= floor && particle.notAfter.includes(text.charAt(at - 2))) return null;
  // 加强对内河…: behind a verb it is the preposition after all.
  const governed = char === '对' && wordBefore(text, at - 1, floor) !== null;
  if (!governed && particle.notBefore.includes(text.charAt(at))) return null;
  if (!AND.has(char)) return { at, kind: 'particle', word: char };
  return LEVELS.has(text.charAt(at - 2)) && LEVELS.has(text.charAt(at))
    ? null
    : { at, kind: 'and', word: char };
}

/** The verb that ends right before `at`, an aspect word behind it (搭建起, 印发了) left aside. */
function wordBefore(text: string, at: number, floor: number): string | null {
  const next = text.charAt(at);
  // 研究与试验, 管理者, 建立了: no verb with its object behind it.
  if ('与和及或等者了着过起'.includes(next)) return null;
  const aspect = '了着过起'.includes(text.charAt(at - 1));
  return wordEnding(text, at, next, floor) ?? (aspect ? wordEnding(text, at - 1, next, floor) : null);
}

function wordEnding(text: string, end: number, next: string, floor: number): string | null {
  const char = text.charAt(end - 1);
  for (const { word, weak } of byLast.get(char) ?? []) {
    const start = end - word.length;
    if (start < floor || !text.startsWith(word, start)) continue;
    if (GOES_ON[char]?.includes(next)) continue;
    if (weak && COMPOUND[next]?.includes(text.charAt(end + 1)) === false) continue;
    if (weak && !BEFORE_VERB.test(text.slice(Math.max(floor, start - 16), start))) continue;
    return word;
  }
  return null;
}

/** Whether punctuation, a particle or any known verb ends right before `at`. */
export function wordEnds(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1);
  const word = MAY_END_WORD[pairHash(text.charCodeAt(at - 2), code)] !== 0;
  if (!word && MAY_CUT[code] === 0) return false;
  if (cutAt(text, at, Math.max(0, at - 8))) return true;
  return (
    word &&
    (byLast.get(text.charAt(at - 1)) ?? []).some((verb) => text.startsWith(verb.word, at - verb.word.length))
  );
}

/** Whether a known verb of two characters starts at `at`. */
export function verbAt(text: string, at: number): boolean {
  const word = text.slice(at, at + 2);
  return (byLast.get(word.charAt(1)) ?? []).some((other) => other.word === word);
}
