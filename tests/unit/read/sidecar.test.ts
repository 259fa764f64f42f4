import { describe, expect, test } from 'vitest';
import { NO_SIDECAR, parseSidecar, SidecarError } from '../../../src/read/sidecar.ts';

describe('a sidecar', () => {
  test('gives source, body, year and region', () => {
    const text =
      '{ "source": "https://www.example.gov.cn/1.html", "body": " 东川市水务局 ", "year": 2024, "region": "东川市" }';
    expect(parseSidecar(text)).toMatchObject({
      source: 'https://www.example.gov.cn/1.html',
      body: '东川市水务局',
      year: 2024,
      region: '东川市',
      corrections: [],
    });
  });

  test('gives the figures that a person corrected', () => {
    const text = `{ "corrections": [
      { "cell": "new_total", "before": 3, "after": 4, "made_at": "2026-03-01T09:30:00Z", "reason": "见正文" },
      { "cell": "fee_items_change", "before": null, "after": -2, "made_at": "2026-03-01" },
      { "cell": "admin_fees_wan", "after": null, "made_at": "2026-03-01" }
    ] }`;
    expect(parseSidecar(text).corrections).toEqual([
      { cell: 'new_total', before: 3, after: 4, madeAt: '2026-03-01T09:30:00Z', reason: '见正文' },
      { cell: 'fee_items_change', before: null, after: -2, madeAt: '2026-03-01' },
      { cell: 'admin_fees_wan', after: null, madeAt: '2026-03-01' },
    ]);
  });

  test('beside a list says what its columns stand for, and speaks of single rows', () => {
    const text = `{ "columns": { "新收": "new_total", "备注": null }, "year": 2024, "rows": {
      "汇总!4": { "body": "青溪县水利局", "corrections": [{ "cell": "new_total", "after": 4, "made_at": "2026-03-01" }] }
    } }`;
    const { mapping, rows } = parseSidecar(text);
    expect(mapping).toEqual({
      columns: new Map([
        ['新收', 'new_total'],
        ['备注', null],
      ]),
      year: 2024,
    });
    expect([...rows]).toMatchObject([
      ['汇总!4', { body: '青溪县水利局', year: null, corrections: [{ cell: 'new_total', after: 4 }] }],
    ]);
  });

  test('may give nothing, carry a byte order mark, and hold fields of its author', () => {
    expect(parseSidecar('\uFEFF{ "fetched": "2025-02-01", "body": null }')).toEqual(NO_SIDECAR);
  });

  test.each([
    ['{ "body": ', 'not JSON'],
    ['[]', 'one JSON object'],
    ['null', 'one JSON object'],
    ['{ "body": "  " }', '"body"'],
    ['{ "body": 7 }', '"body"'],
    ['{ "year": "2024" }', 'found "2024"'],
    ['{ "year": 2024.5 }', '2024.5'],
    ['{ "year": 1024 }', '1024'],
    ['{ "source": "javascript:alert(1)" }', 'http or https'],
    ['{ "region": {} }', '"region"'],
    ['{ "columns": { "新收": "new" } }', '"新收" must be an id of a cell'],
    ['{ "rows": [] }', '"rows" must be an object'],
    ['{ "rows": { "4": 3 } }', 'row "4" must be an object'],
    ['{ "corrections": {} }', '"corrections" must be a list, found {}'],
    ['{ "corrections": [1] }', 'an object each, found 1'],
    ['{ "corrections": [{ "after": 1, "made_at": "2026-03-01" }] }', '"cell" must name a cell'],
    ['{ "corrections": [{ "cell": "new_total", "made_at": "2026-03-01" }] }', '"after" must be a number, or null'],
    ['{ "corrections": [{ "cell": "new_total", "after": "1", "made_at": "2026-03-01" }] }', '"after" must be'],
    ['{ "corrections": [{ "cell": "new_total", "before": "", "after": 1, "made_at": "2026-03-01" }] }', '"before"'],
    ['{ "corrections": [{ "cell": "new_total", "after": 1 }] }', '"made_at" must say when'],
    ['{ "corrections": [{ "cell": "new_total", "after": 1, "made_at": "2026-03-01", "reason": 1 }] }', '"reason"'],
    ['{ "corrections": [{ "cell": "nothing", "after": 1, "made_at": "2026-03-01" }] }', 'has a cell nothing'],
    [
      '{ "corrections": [{ "cell": "new_total", "after": 1, "made_at": "2026-03-01" }, { "cell": "new_total", "after": 2, "made_at": "2026-03-01" }] }',
      'gives new_total twice',
    ],
  ])('that cannot be used says why: %s', (text, reason) => {
    expect(() => parseSidecar(text)).toThrow(SidecarError);
    expect(() => parseSidecar(text)).toThrow(reason);
  });
});
