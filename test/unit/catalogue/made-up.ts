import { compileFacts } from '../../../lib/catalogue/compile.ts';
import { pack } from '../../../lib/catalogue/format.ts';
import { loadCatalogue, type WholeCatalogue } from '../../../lib/catalogue/index.ts';
import { makePrints } from '../../../lib/catalogue/print.ts';
import type { DocumentPart, Metadata } from '../../../lib/reading/types.ts';
import { NOBODY } from '../reading/nobody.ts';

/** Numbers from 0 to 1 that are the same on every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const WHO = '档案馆 渡口管理站 港务处 茶业协会 林场 水库管理所 桥梁养护队 集市办公室 灯塔 苗圃'.split(' ');
const WHEN = '每逢汛期 开春以后 收获季节 雨季到来之前 接到来信以后 船只靠岸时 遇有大风 换届之后'.split(' ');
const DOES = '清点 修补 登记 巡看 抄送 晾晒 轮换 校准 公示 封存'.split(' ');
const WHAT = '缆绳 账册 茶样 闸门 苗木 航标 船票 石阶 蓄水量 摊位 雨量筒 木桩'.split(' ');
const HOW = '并在门口张贴结果 由两人当面签字 不得借故拖延 费用从渡口收入中列支 有疑问的另行商量'.split(' ');

/** A sentence of ours, as officials of an imaginary river town might write it. */
export function sentence(random: () => number): string {
  const pick = (words: string[]) => words[Math.floor(random() * words.length)] as string;
  const number = 2 + Math.floor(random() * 97);
  return `${pick(WHEN)}，${pick(WHO)}应当${pick(DOES)}${number}处${pick(WHAT)}和${pick(WHAT)}，${pick(HOW)}。`;
}

/** A document of ours: title, number, addressees, some 40 sentences in articles, a signature. */
export function document(seed: number, title: string, docNumber: string, sentences = 40): string {
  const random = randomFrom(seed);
  const articles = Array.from({ length: sentences / 2 }, (_, k) => {
    return `　　第${k + 1}条　${sentence(random)}${sentence(random)}`;
  });
  return `${title}\n${docNumber}\n各渡口、各集市：\n${articles.join('\n')}\n南渡市人民政府\n2025年3月1日\n`;
}

export const TITLES: [id: string, title: string, docNumber: string][] = [
  ['tea', '南渡市茶叶集市管理办法', '南府规〔2025〕3号'],
  ['ferry', '南渡市渡口安全规定', '南府规〔2025〕4号'],
  ['light', '澄江新区航标维护细则', '澄新发〔2024〕12号'],
];
export const TEXTS = Object.fromEntries(
  TITLES.map(([id, title, number], k) => [id, document(100 + k, title, number)]),
) as Record<string, string>;

/** A facts file over the made-up texts, with anything added. */
export function factsFile(more: Record<string, unknown> = {}) {
  return {
    asOf: '2025-06-01',
    documents: TITLES.map(([id, title, docNumber]) => ({
      id,
      title,
      docNumber,
      ...((more[id] as object | undefined) ?? {}),
    })),
    named: (more.named as unknown[] | undefined) ?? [],
  };
}

/** A catalogue of the three made-up documents. */
export function catalogueOf(
  facts: unknown = factsFile(),
  texts: Record<string, string> = TEXTS,
): WholeCatalogue {
  const contents = compileFacts(facts, '测试目录');
  const sources = contents.entries
    .filter((entry) => texts[entry.id] !== undefined)
    .map((entry) => ({ entry, text: texts[entry.id] as string, siteLines: { head: 0, tail: 0 } }));
  return loadCatalogue(pack(contents, makePrints(sources)));
}

/** A document as `lib/reading` would report it. */
export function part(start: number, end: number, metadata: Partial<Metadata> = {}): DocumentPart {
  return { start, end, metadata: { ...NOBODY, ...metadata } };
}
