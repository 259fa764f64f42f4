import { describe, expect, it } from 'vitest';
import { looksLikeBodyName } from '../../../src/bodies/body-name.ts';

const names = [
  '叶县住房和城乡建设局',
  '上海市人民政府办公厅',
  '上海市科学技术委员会',
  '沭阳县人民政府',
  '长春临空经济示范区管理委员会',
  '黄浦区打浦桥街道办事处',
  '昌图县七家子镇人民政府',
  '云冈区云武街道',
  '上海市松江区（全区）',
  '荔浦市人民政府（本级）',
  '武汉市硚口区城市运行管理中心',
  '深圳市公安局龙华分局',
  '郑州市消防救援支队',
  '中华人民共和国教育部',
  '审计署',
  '海关总署',
  '天津市发改委',
  '本溪市卫生健康委员会',
  '全椒县人民政府',
  '共和县财政局',
  '向阳区教育局',
  '奉新县东风垦殖场',
];

const others = [
  '',
  '局',
  '本局',
  '本机关',
  '全县',
  '各县区',
  '我局',
  '一、总体情况',
  '2023年度政府信息公开工作年度报告',
  '关于政府信息公开的通知',
  '由县政府办公室',
  '第二十条第（一）项',
  '自然人',
  '科研机构',
  '其他处理',
  '行政规范性文件',
  '信息公开指南',
  '全年共受理申请3件，均由办公室',
];

describe('looksLikeBodyName', () => {
  it.each(names)('takes %s for the name of a body', (name) => {
    expect(looksLikeBodyName(name)).toBe(true);
  });

  it.each(others)('does not take "%s" for the name of a body', (text) => {
    expect(looksLikeBodyName(text)).toBe(false);
  });
});
