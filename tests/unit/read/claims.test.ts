import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLAIM_TOPICS } from '../../../src/read/claim-topics.ts';
import { DocumentLines } from '../../../src/read/document-lines.ts';
import { readClaims } from '../../../src/read/claims.ts';
import { isMeasure } from '../../../src/form/cells.ts';
import { parse } from 'csv-parse/sync';

const sentences = parse<{ sentence: string; claims: string }>(
  readFileSync(join(import.meta.dirname, '../../fixtures/prose/claims.csv')),
  { columns: true },
);

const inContext = parse<{ text: string; section: string; body: string; year: string; claims: string }>(
  readFileSync(join(import.meta.dirname, '../../fixtures/prose/claims-in-context.csv')),
  { columns: true },
);

const claimsOf = (text: string, section = 1) =>
  readClaims(new DocumentLines(text), [{ span: { start: 0, end: text.length }, section }]);

describe('claims in prose', () => {
  it.each(sentences)('$sentence → $claims', ({ sentence, claims }) => {
    const read = claimsOf(sentence).map(({ topic, value }) => `${topic} ${value}`);
    expect(read.sort()).toEqual(claims.split('; ').filter(Boolean).sort());
  });

  it.each(inContext)('of $body $year, section $section: $text → $claims', ({ text, section, body, year, claims }) => {
    const lines = [{ span: { start: 0, end: text.length }, section: Number(section) }];
    const read = readClaims(new DocumentLines(text), lines, { body, year: Number(year) }).map(
      ({ topic, value }) => `${topic} ${value}`,
    );
    expect(read.sort()).toEqual(claims.split('; ').filter(Boolean).sort());
  });

  it('point at the published characters of their number, wherever spaces or full-width digits stand', () => {
    const text = '前文。本 局 共 收 到 政 府 信 息 公 开 申 请 １２ 件。';
    const [claim] = claimsOf(text);
    expect(text.slice(claim!.span!.start, claim!.span!.end)).toBe('１２');
    expect(claim!.sentence).toBe('本 局 共 收 到 政 府 信 息 公 开 申 请 １２ 件。');
  });

  it('are read across the line breaks of a wrapped paragraph', () => {
    const text = '全年收到政府信息公开申请 34 件，上年结转政府信息公开\n申请 2 件，均已办理完成。';
    const newline = text.indexOf('\n');
    const lines = [
      { span: { start: 0, end: newline }, section: 3 },
      { span: { start: newline + 1, end: text.length }, section: 3 },
    ];
    const read = readClaims(new DocumentLines(text), lines).map(({ topic, value }) => `${topic} ${value}`);
    expect(read.sort()).toEqual(['carried_in 2', 'new 34']);
  });

  it('are not read in section five, which speaks of problems and plans', () => {
    expect(claimsOf('收到申请3件。', 5)).toEqual([]);
  });

  it('have topics that name measures of the form, each once', () => {
    expect(new Set(CLAIM_TOPICS.map(({ key }) => key)).size).toBe(CLAIM_TOPICS.length);
    expect(CLAIM_TOPICS.flatMap(({ measures }) => measures.flat()).filter((id) => !isMeasure(id))).toEqual([]);
    const keys = new Set(CLAIM_TOPICS.map(({ key }) => key));
    for (const { claims } of sentences) {
      for (const claim of claims.split('; ').filter(Boolean)) expect(keys).toContain(claim.split(' ')[0]);
    }
  });
});
