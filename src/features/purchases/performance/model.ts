/** So many of so many: a rate is summed, never averaged. */
export interface Rate {
  readonly n: number;
  readonly d: number;
}

/** Of what has been delivered and had a promise, how much came by it: by line, by order and by shipment notice. */
export interface Performance {
  /** What it is grouped by; null: everything, or lines of which it is not known. */
  readonly of: string | null;
  readonly lines: Rate;
  /** An order is on time when each of its lines is, each against its own promise. */
  readonly orders: Rate;
  readonly notices: Rate;
  /** Delivered within seven days before the promise and not after it. */
  readonly window: Rate;
  /** Promised for a day that has passed, and not delivered: part of no rate, and shown beside them. */
  readonly openPast: number;
  readonly leadTime: LeadTime;
}

/** Whole days from the day the order was sent until it was delivered. */
export interface LeadTime {
  readonly count: number;
  readonly mean: number | null;
  /** Of a sample; null below two. */
  readonly sd: number | null;
  /** By linear interpolation, as `percentile_cont`. */
  readonly p50: number | null;
  readonly p90: number | null;
  /** Delivered before it was sent: data faults, which no figure counts. */
  readonly negative: number;
}
