import { scaleLinear } from 'd3-scale';

/** What a strip of peers shows, in one unit. */
export interface PeerStripValues {
  readonly values: readonly number[];
  readonly lower: number | null;
  readonly median: number | null;
  readonly upper: number | null;
  /** Null where the one that is held beside them has no value. */
  readonly own: number | null;
}

/** Places on a strip, in pixels from its left. */
export interface PeerStripPlaces {
  readonly dots: readonly number[];
  readonly band: { readonly x: number; readonly width: number } | null;
  readonly median: number | null;
  readonly own: number | null;
}

const EDGE = 6;

/** Places of peers on a strip from zero to the highest value; marks keep off its edges. */
export function placePeers({ values, lower, median, upper, own }: PeerStripValues, width: number): PeerStripPlaces {
  const highest = Math.max(0, ...values, own ?? 0);
  const scale = scaleLinear()
    .domain([0, highest === 0 ? 1 : highest])
    .range([EDGE, width - EDGE]);
  const at = (value: number | null) => (value === null ? null : scale(value));
  return {
    dots: values.map((value) => scale(value)),
    band: lower === null || upper === null ? null : { x: scale(lower), width: scale(upper) - scale(lower) },
    median: at(median),
    own: at(own),
  };
}
