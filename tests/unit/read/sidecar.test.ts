import { describe, expect, test } from 'vitest';
import { NO_SIDECAR, parseSidecar, SidecarError } from '../../../src/read/sidecar.ts';

describe('a sidecar', () => {
  test('gives source, body, year and region', () => {
    const text =
      '{ "source": "https://www.example.gov.cn/1.html", "body": " 东川市水务局 ", "year": 2024, "region": "东川市" }';
    expect(parseSidecar(text)).toEqual({
      source: 'https://www.example.gov.cn/1.html',
      body: '东川市水务局',
      year: 2024,
      region: '东川市',
    });
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
  ])('that cannot be used says why: %s', (text, reason) => {
    expect(() => parseSidecar(text)).toThrow(SidecarError);
    expect(() => parseSidecar(text)).toThrow(reason);
  });
});
