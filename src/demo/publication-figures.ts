import { EDITIONS } from '../form/edition.ts';
import type { Character } from './character.ts';
import type { Random } from './random.ts';
import { positionOf, type Sheet } from './sheet.ts';

/** Items on a list of powers: how many there were at the start of a year. */
interface PowerLists {
  licensing: number;
  other_services: number;
  penalty: number;
  coercion: number;
  fee: number;
}

/** What table 2 carries from year to year. */
export interface PublicationStock {
  rules: number;
  documents: number;
  readonly items: PowerLists;
}

/** Stocks before the first year that is made up; a body that is founded later starts with nothing in force. */
export function openingStock(character: Character, isNew: boolean, random: Random): PublicationStock {
  const listed = (decisions: number, low: number, high: number) => (decisions > 0 ? random.integer(low, high) : 0);
  return {
    rules: isNew ? 0 : character.rules,
    documents: isNew ? 0 : character.documents,
    items: {
      licensing: listed(character.licences, 3, 45),
      other_services: listed(character.licences + character.requests, 0, 30),
      penalty: listed(character.penalties, 15, 260),
      coercion: listed(character.coercion, 1, 18),
      fee: listed(character.fees, 1, 7),
    },
  };
}

const RENEWAL = { rules: 0.05, documents: 0.14 };
const CLEAN_UP = 0.06;

function drawStock(
  sheet: Sheet,
  row: 'rules' | 'normative_docs',
  before: number,
  renewal: number,
  target: number,
  isLast: boolean,
  random: Random,
): number {
  const issued = random.poisson(target * renewal);
  const share = random.chance(CLEAN_UP) ? 0.35 : renewal * 0.85;
  const repealed = isLast ? before + issued : random.binomial(before, share);
  sheet[positionOf(`${row}_issued`)] = issued;
  sheet[positionOf(`${row}_repealed`)] = repealed;
  const inForce = before + issued - repealed;
  sheet[positionOf(`${row}_in_force`)] = inForce;
  // What the 2019 form asks instead; what is made is made public.
  sheet[positionOf(`${row}_newly_made`)] = issued;
  sheet[positionOf(`${row}_newly_public`)] = issued;
  sheet[positionOf(`${row}_total_public`)] = inForce;
  return inForce;
}

const DECISIONS = ['licensing', 'penalty', 'coercion'] as const;
const decisionsAt = {
  licensing: positionOf('licensing_decisions'),
  penalty: positionOf('penalty_decisions'),
  coercion: positionOf('coercion_decisions'),
};
const FEES = positionOf('admin_fees_wan');
// The 2019 form was still taken by mistake for two years after the new one.
const LAST_OLD_FORM = EDITIONS['2021'].from + 1;

function drawItems(sheet: Sheet, items: PowerLists, character: Character, random: Random): void {
  for (const list of ['licensing', 'other_services', 'penalty', 'coercion', 'fee'] as const) {
    const before = items[list];
    const change = before > 0 && random.chance(0.3) ? Math.max(-before, random.integer(-3, 4)) : 0;
    sheet[positionOf(`${list}_items_last_year`)] = before;
    sheet[positionOf(`${list}_items_change`)] = change;
    items[list] = before + change;
  }
  if (items.other_services > 0)
    sheet[positionOf('other_services_decisions')] = random.negativeBinomial(character.licences * 0.4, 1);
  const purchases = random.poisson(Math.min(40, 0.5 + character.requests * 0.15));
  sheet[positionOf('procurement_items')] = purchases;
  if (purchases > 0)
    sheet[positionOf('procurement_amount_yuan')] = Math.round(random.logNormal(180_000 * purchases, 0.8));
}

/** Draws a year of table 2, both editions' cells, and moves the stocks on. A body that ends repeals what it has in force. */
export function drawPublication(
  sheet: Sheet,
  character: Character,
  stock: PublicationStock,
  { year, isLast }: { year: number; isLast: boolean },
  random: Random,
): void {
  if (character.rules > 0)
    stock.rules = drawStock(sheet, 'rules', stock.rules, RENEWAL.rules, character.rules, isLast, random);
  if (character.documents > 0) {
    stock.documents = drawStock(
      sheet,
      'normative_docs',
      stock.documents,
      RENEWAL.documents,
      character.documents,
      isLast,
      random,
    );
  }
  const means = { licensing: character.licences, penalty: character.penalties, coercion: character.coercion };
  for (const power of DECISIONS) {
    // A year of closed doors had fewer licences and penalties.
    const mean = means[power] * (year === 2020 || year === 2022 ? 0.88 : 1);
    if (mean > 0) sheet[decisionsAt[power]] = random.negativeBinomial(mean, 9);
  }
  if (character.fees > 0) {
    sheet[FEES] = Math.round(random.logNormal(character.fees, 0.25) / character.feeStep) * character.feeStep;
  }
  if (year <= LAST_OLD_FORM) drawItems(sheet, stock.items, character, random);
}
