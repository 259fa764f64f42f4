import { describe, expect, it } from 'vitest';
import { loadPinyin } from '../../../src/bodies/pinyin.ts';
import { PLACE_READINGS } from '../../../src/bodies/place-readings.ts';

const spell = await loadPinyin();
const pinyinOf = (name: string) => spell(name).pinyin;

describe('the spelling of a name', () => {
  it('is its syllables without tones and their first letters', () => {
    expect(spell('叶县住房和城乡建设局')).toEqual({
      pinyin: 'yexianzhufanghechengxiangjiansheju',
      initials: 'yxzfhcxjsj',
    });
  });

  it.each([
    ['重庆市', 'chongqingshi'],
    ['长春市', 'changchunshi'],
    ['长子县', 'zhangzixian'],
    ['行政审批局', 'xingzhengshenpiju'],
    ['中国人民银行', 'zhongguorenminyinhang'],
    ['国家统计局叶县调查队', 'guojiatongjijuyexiandiaochadui'],
    ['会计', 'kuaiji'],
    ['给水', 'jishui'],
    ['朝阳区', 'chaoyangqu'],
    ['朝阳县', 'chaoyangxian'],
    ['六安市', 'luanshi'],
    ['台州市', 'taizhoushi'],
    ['厦门市', 'xiamenshi'],
    ['亳州市', 'bozhoushi'],
    ['蚌埠市', 'bengbushi'],
    ['铅山县', 'yanshanxian'],
    ['东阿县', 'dongexian'],
    ['番禺区', 'panyuqu'],
    ['渑池县', 'mianchixian'],
    ['荥阳市', 'xingyangshi'],
    ['荥经县', 'yingjingxian'],
    ['莘县', 'shenxian'],
    ['枞阳县', 'zongyangxian'],
    ['大城县', 'daichengxian'],
    ['犍为县', 'qianweixian'],
    ['成都市新都区', 'chengdushixinduqu'],
    ['六合区', 'luhequ'],
    ['黄陂区', 'huangpiqu'],
    ['什邡市', 'shifangshi'],
    ['山东省菏泽市单县人民政府', 'shandongshenghezeshishanxianrenminzhengfu'],
    ['浚县财政局', 'xunxiancaizhengju'],
    ['乐清市住房和城乡建设局', 'yueqingshizhufanghechengxiangjiansheju'],
  ])('reads %s as %s', (name, pinyin) => {
    expect(pinyinOf(name)).toBe(pinyin);
  });

  it('writes ü as it is typed', () => {
    expect(spell('吕梁市文化和旅游局')).toEqual({ pinyin: 'lvliangshiwenhuahelvyouju', initials: 'llswhhlyj' });
  });

  it('keeps letters and digits and drops every other sign', () => {
    expect(pinyinOf('１２３４５热线（A 区）')).toBe('12345rexianaqu');
  });

  it('gives every character of a corrected place one syllable', () => {
    for (const [place, reading] of Object.entries(PLACE_READINGS)) {
      expect(reading.split(' ')).toHaveLength(place.length);
      expect(pinyinOf(place)).toBe(reading.replaceAll(' ', ''));
    }
  });
});
