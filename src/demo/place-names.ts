import { divisionAt } from '../bodies/divisions.ts';
import type { Random } from './random.ts';

/** The invented province; no division of the country is called so. */
export const PROVINCE = '云岭省';

const FIRST = Array.from(
  '青白云龙凤金银玉清明永安宁长平和新石松柏竹梅兰桃杏柳枫丹紫碧沧澄静远高望临靖泰福禄祥瑞文武德仁义礼信忠孝天星月晴雪霜雨露春夏秋双三九千万鹿鹤鹭鱼麒锦绣虹霞曲秀奇灵',
);
const SECOND = Array.from(
  '川河江溪泉湖潭洲浦港州阳阴岭峰岩谷原坪台城昌兴华源林岗塘沙桥关口津渡滩湾涧屏峡丘坡畈浔洛沅澧汀沂淇涟渭泾洮湟淮濮沭泗蒲荻荷',
);
const DIVISION_ENDINGS = [
  '',
  '省',
  '市',
  '县',
  '区',
  '州',
  '盟',
  '旗',
  '地区',
  '新区',
  '自治州',
  '自治县',
  '特区',
  '林区',
];

/** Whether a place of the country's list of divisions, province to county, is called by this stem. */
const isReal = (stem: string): boolean =>
  DIVISION_ENDINGS.some(
    (ending) =>
      divisionAt(stem + ending, 0, null) !== null ||
      divisionAt(`${stem}${ending}`.slice(1), 0, null)?.length === stem.length,
  );

/**
 * Stems of invented cities and counties (青洛, 鹿淇 …), each once and in an order that the random stream decides.
 * None is the name of a real province, city or county, whatever its ending.
 */
export function* placeStems(random: Random): Generator<string, void> {
  const stems = FIRST.flatMap((first) => SECOND.map((second) => first + second));
  for (const stem of random.shuffle(stems)) if (!isReal(stem)) yield stem;
  // Only a dataset of several hundred thousand bodies needs names of three characters.
  for (const stem of random.shuffle(stems)) {
    for (const third of SECOND) if (!stem.endsWith(third) && !isReal(stem + third)) yield stem + third;
  }
}

const TOWN_FIRST = Array.from('大小上下东西南北前后中古老新红黄黑太王李张赵周吴陈杨');
const TOWN_SECOND = Array.from('庄营屯店铺寨堡集坊窑坝堰沟洼坳垭墩埠圩墟');

/** Stems of towns and sub-districts within one county, each once. */
export function townStems(random: Random, count: number): string[] {
  const stems = random.shuffle(TOWN_FIRST.flatMap((first) => TOWN_SECOND.map((second) => first + second)));
  return stems.slice(0, count);
}
