import type { ReadingMessages } from './reading-zh.ts';

/** What the reading page says in English. */
export const readingEn: ReadingMessages = {
  source: 'Source',
  sourceNote:
    'Figures that were read are underlined, gaps are hatched. Choose one and its cell in the form is marked; the arrow keys go to the next and the previous one.',
  form: 'Form',
  previousMark: 'Previous',
  nextMark: 'Next',
  marksCount: (count) => `${count} places read`,
  named: (name, content) => `${name}: ${content}`,
  blankHere: 'blank',
  claimed: (topic) => `said in the text: ${topic}`,
  editions: { '2021': 'Form of 2021', '2019': 'Form of 2019' },
  otherEdition: (edition) => `The report also has items of another edition: ${edition.toLowerCase()}`,
  otherEditionNote:
    'The two forms count differently; these figures are kept under their own names and not compared with the newer form.',
  noTable: 'No table of the form was found; every cell below is a gap.',
  typedMark: 'typed',
  correctedFrom: (value, before) => `${value} (corrected by hand, read as ${before})`,
  typedNothing: 'no figure',
  noFigureGiven: 'not given',
  cellRead: 'Read',
  cellCharacters: 'Characters',
  cellGap: 'Why there is none',
  cellTyped: 'Corrected by hand',
  cellTypedAt: (at) => `on ${at}`,
  cellClaims: 'Said in the text',
  nothingThere: '(no characters)',
  chooseCell:
    'Choose a cell of the form or a mark in the source: its figure, its characters and the reason of its gap are shown here, and can be corrected here.',
  typeFigure: 'Correct to',
  unitIs: (unit) => `unit: ${unit}`,
  keep: 'Save',
  noSuchFigure: 'No such figure',
  takeBack: 'Take back',
  troubles: {
    empty: 'Type a figure, or choose “No such figure”.',
    'no-number': 'This is no number.',
    'other-unit': 'The unit is not the form’s; convert it and type the number alone.',
    negative: 'This item cannot be negative.',
    'not-whole': 'This item takes whole numbers only.',
    'too-large': 'This number is too large.',
  },
  partsAddUp: (sum) => `parts add up to ${sum}`,
  sumRules: {
    'T3-COL': 'new + carried in = handled + carried forward',
    'T3-SUM': 'handled = sum of the outcomes',
    'T3-ROW': 'total = sum of the applicants',
    'T4-SUM': 'total = sum of the results',
  },
};
