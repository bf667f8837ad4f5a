/** What the values of a chart are. Changes of them have the same unit, and those of a percentage are points. */
export type Unit =
  /** 94.1 is 94.1 %. */
  | { readonly kind: 'percent' }
  | { readonly kind: 'count'; readonly one: string; readonly many?: string }
  | { readonly kind: 'seconds' }
  | { readonly kind: 'hours' }
  | { readonly kind: 'days' }
  /** In minor units: 1250 of EUR is €12.50. */
  | { readonly kind: 'money'; readonly currency: string };

interface Common {
  /** What is measured: "On time". Texts may be anything; they are cleaned and cut here. */
  readonly title: string;
  /** Of when: "28 Oct to 26 Nov". */
  readonly period: string;
  readonly unit: Unit;
  /** Which way is better; null: neither. */
  readonly good: 'up' | 'down' | null;
}

/** A day of a trend, in order. Days left out have no data. */
export interface TrendDay {
  /** YYYY-MM-DD. */
  readonly day: string;
  /** Null: no data, which is not zero. */
  readonly value: number | null;
  /** A weekend or holiday. */
  readonly isOff?: boolean;
  /** Something may still come of it. */
  readonly isOpen?: boolean;
}

/** A value by day. */
export interface TrendChart extends Common {
  readonly kind: 'trend';
  /** Of all its days together; absent: they come to nothing that is of the same kind as a day, such as a sum. */
  readonly whole?: number;
  readonly target: number | null;
  readonly days: readonly TrendDay[];
}

export interface Bar {
  readonly name: string;
  readonly value: number | null;
  /** How many stand behind it; null: it is itself a count, or nothing that is counted stands behind it. */
  readonly n: number | null;
  /** Enough to stand in a ranking. */
  readonly isRanked: boolean;
}

/** A value by a dimension, in any order: the worst is drawn first. */
export interface BarsChart extends Common {
  readonly kind: 'bars';
  /** "carrier". */
  readonly dimension: string;
  /** What `n` counts: "parcels". */
  readonly counted: string;
  readonly target: number | null;
  readonly bars: readonly Bar[];
}

export interface MovedPart {
  readonly name: string;
  /** It did better or worse. */
  readonly performance: number;
  /** It had more or less of the whole. */
  readonly mix: number;
}

/** What moved a value from before to now, by a dimension. What the parts do not explain is drawn as that. */
export interface MovedChart extends Common {
  readonly kind: 'moved';
  readonly dimension: string;
  readonly before: number;
  readonly now: number;
  /** When before was: "28 Sep to 27 Oct". */
  readonly periodBefore: string;
  readonly parts: readonly MovedPart[];
}

export type Chart = TrendChart | BarsChart | MovedChart;

/** 360: for a phone, at twice its pixels. 1200: for everything else. */
export interface Look {
  readonly width: 360 | 1200;
  readonly theme: 'light' | 'dark';
}
