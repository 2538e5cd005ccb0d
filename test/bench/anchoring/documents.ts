import type { OutlineItem } from '../../../lib/reading/types.ts';
import type { Random } from './random.ts';

/** A document that notes are made on. */
export interface Made {
  text: string;
  outline: OutlineItem[];
}

const WHO = [
  '科技型企业',
  '小微企业',
  '申请人',
  '项目单位',
  '孵化基地',
  '运营机构',
  '职业院校',
  '农业合作社',
];
const OFFICE = ['县级产业部门', '市财政局', '行政服务中心', '园区管委会', '数据管理机构', '省级主管部门'];
const THING = [
  '设备更新补助',
  '场地租金减免',
  '人才安置补贴',
  '研发投入奖励',
  '担保费用补偿',
  '展会参展资助',
];
const ACT = ['提交书面申请', '完成材料补正', '办理信息变更', '报送年度总结', '公布审核结论', '退回多领款项'];
const BAD = ['虚报用工人数', '重复领取资金', '擅自变更用途', '泄露评审意见', '拖延拨付款项', '转借申报资格'];
const WHEN = ['收到受理通知', '项目竣工验收', '公示期满', '补正材料收齐', '签订扶持协议', '完成信用核查'];
const PLACE = ['云岭省', '澄江新区', '南渡市', '白石县', '青浦坝镇', '松溪开发区'];

/** Sentences that stand again and again in one document and in all of its kind, as in life. */
const EVERYWHERE = [
  '办理结果由窗口书面告知申请人。',
  '具体办法由市财政局会同有关部门另行制定。',
  '逾期未办理的，视为自动放弃。',
  '法律、法规另有规定的，从其规定。',
];

function sentence(r: Random): string {
  const n = r.int(2, 45);
  const money = r.int(1, 60) * 5;
  const share = r.int(5, 60);
  return r.pick([
    () => `${r.pick(WHO)}应当自${r.pick(WHEN)}之日起${n}个工作日内向${r.pick(OFFICE)}${r.pick(ACT)}。`,
    () => `${r.pick(OFFICE)}应当在${n}日内${r.pick(ACT)}，不得收取任何费用。`,
    () => `对符合条件的${r.pick(WHO)}，按实际支出的${share}%给予${r.pick(THING)}，最高不超过${money}万元。`,
    () => `${r.pick(WHO)}不得${r.pick(BAD)}；未经${r.pick(OFFICE)}同意，不得${r.pick(BAD)}。`,
    () =>
      `${r.pick(WHO)}连续${r.pick(['两', '三', '四', '五'])}年未${r.pick(ACT)}的，停止享受${r.pick(THING)}。`,
    () => `申请${r.pick(THING)}的，由${r.pick(OFFICE)}受理，${r.pick(OFFICE)}负责审核。`,
    () =>
      `${r.pick(THING)}所需资金由${r.pick(PLACE)}与${r.pick(PLACE)}按${r.int(1, 9)}:${r.int(1, 9)}的比例分担。`,
    () => `${r.pick(OFFICE)}每年${r.int(1, 12)}月${r.int(1, 28)}日前公布上一年度${r.pick(THING)}的发放情况。`,
    () => `鼓励${r.pick(PLACE)}的${r.pick(WHO)}与${r.pick(WHO)}共用检测平台，分摊运行成本。`,
    () => `${r.pick(PLACE)}可以结合本地情况调整${r.pick(THING)}的范围，但下调幅度不得超过${share}%。`,
    () =>
      `违反本条规定，${r.pick(BAD)}的，由${r.pick(OFFICE)}责令改正，并处${money}元以上${money * 4}元以下罚款。`,
    () => r.pick(EVERYWHERE),
    () => r.pick(EVERYWHERE),
  ])();
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n: number): string =>
  n < 10 ? (DIGITS[n] as string) : `${n < 20 ? '' : DIGITS[Math.floor(n / 10)]}十${DIGITS[n % 10]}`;

function article(r: Random, number: number): string {
  const lines = [`第${numeral(number)}条 ${sentence(r)}${r.chance(0.5) ? sentence(r) : ''}`];
  if (r.chance(0.3)) lines.push(sentence(r) + sentence(r));
  if (r.chance(0.25)) {
    lines.push(`${r.pick(WHO)}有下列情形之一的，${r.pick(OFFICE)}可以暂停发放${r.pick(THING)}：`);
    const count = r.int(2, 5);
    for (let i = 1; i <= count; i++)
      lines.push(`（${numeral(i)}）${r.pick(BAD)}${i < count ? '的；' : '的。'}`);
  }
  return lines.join('\n');
}

/** A table whose rows repeat their words. Its cells stand on lines of their own, as reading gets them. */
function table(r: Random): string {
  const lines = ['附件：任务分工表', '序号', '任务', '责任单位', '完成时限'];
  for (let i = 1; i <= 8; i++)
    lines.push(
      `${i}`,
      `做好${r.pick(THING)}的${r.pick(['受理', '审核', '拨付'])}工作`,
      r.pick(OFFICE),
      `2025年${r.int(1, 12)}月底前`,
    );
  return lines.join('\n');
}

/** A regulation of an imaginary place: articles, items, sentences that repeat, numbers everywhere, a table. */
export function makeDocument(r: Random): Made {
  const place = r.pick(PLACE);
  const year = r.int(2018, 2026);
  const count = r.int(16, 40);
  const articles = Array.from({ length: count }, (_, i) => article(r, i + 1));
  const text = [
    `${place}${r.pick(THING)}实施办法`,
    `云府办发〔${year}〕${r.int(1, 99)}号`,
    ...articles,
    `第${numeral(count + 1)}条 本办法自${year}年${r.int(1, 12)}月${r.int(1, 28)}日起施行，有效期${r.int(2, 5)}年。`,
    table(r),
    `${place}人民政府办公室`,
    `${year}年${r.int(1, 12)}月${r.int(1, 28)}日`,
  ].join('\n');
  return { text, outline: outlineOf(text) };
}

/** The articles of a text, as reading would give them. */
export function outlineOf(text: string): OutlineItem[] {
  return [...text.matchAll(/^第[一二三四五六七八九十百]+条/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    level: 1,
    label: match[0],
    title: '',
  }));
}
