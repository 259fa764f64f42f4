import type { SheetField } from '../../store/sheet-field.ts';
import type { BodyRecord } from '../../state/body-record.ts';
import { correctedField } from '../corrected-text.ts';
import type { Wording } from '../wording.ts';

/** All figures of a body as rows, one a cell and year: a cell without a figure has an empty value and its reason. */
export function bodyCsv(record: BodyRecord, wording: Wording): readonly (readonly SheetField[])[] {
  const { messages, language } = wording;
  const hasCorrections = record.corrections.figures.length > 0;
  const { body } = record;
  const head = [
    messages.name,
    messages.region,
    messages.year,
    messages.bodyPage.edition,
    messages.bodyPage.publishedOn,
    messages.bodyPage.cellId,
    messages.cell,
    messages.bodyPage.column,
    messages.bodyPage.unit,
    messages.value,
    messages.bodyPage.gapReason,
    messages.bodyPage.foundText,
    messages.source,
    ...(hasCorrections ? [messages.corrected.column] : []),
  ];
  const rows = record.years.flatMap((year) => {
    const source = record.sources.find((one) => one.year === year.year);
    return record.cells.map((cell): readonly SheetField[] => {
      const value = record.figureOf(year, cell.id);
      const gap = value === null ? record.gapOf(year, cell.id) : null;
      return [
        body.name,
        body.region,
        year.year,
        year.edition,
        year.published,
        cell.id,
        language === 'zh' ? cell.zh : cell.en,
        cell.columnZh,
        cell.unit,
        value,
        gap && messages.reasons[gap.reason],
        gap && gap.raw,
        source?.url ?? source?.name ?? null,
        ...(hasCorrections ? [correctedField(record.correctionsOf(year, cell.id), wording)] : []),
      ];
    });
  });
  return [head, ...rows];
}
