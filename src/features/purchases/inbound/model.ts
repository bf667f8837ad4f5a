import { z } from 'zod';
import type { Page } from '../../../core/tokens/page.ts';
import type { Fault } from '../line/model.ts';

/**
 * Which lines: what is open; of it what is overdue; what has data faults; all. `of`: a line whose supplier or order is meant, or a
 * SKU's id.
 */
export const filterShape = z.object({
  show: z.enum(['open', 'overdue', 'faults', 'all']),
  by: z.enum(['everything', 'supplier', 'order', 'sku']),
  of: z.uuid().nullable(),
});
export type InboundFilter = z.output<typeof filterShape>;

export const everything: InboundFilter = { show: 'open', by: 'everything', of: null };
export const pageSize = 10;

/** A line as the list shows it; days are "2026-12-24". */
export interface ListedLine {
  readonly id: string;
  readonly source: string;
  readonly poKey: string;
  readonly lineKey: string;
  readonly notice: string | null;
  readonly supplier: string | null;
  readonly mode: string | null;
  readonly country: string | null;
  readonly code: string | null;
  readonly title: string | null;
  readonly skuId: string | null;
  readonly locationId: string | null;
  readonly ordered: number;
  readonly received: number;
  readonly sentOn: string | null;
  readonly sentSaid: string | null;
  readonly promisedOn: string | null;
  readonly expectedOn: string | null;
  readonly deliveredOn: string | null;
  readonly recordedOn: string | null;
  readonly cancelled: boolean;
  readonly open: boolean;
  readonly valueMinor: bigint | null;
  readonly currency: string | null;
  readonly faults: readonly Fault[];
  readonly place: [rank: number, tie: number];
}

/** Another day than the first that was promised. */
export interface SaidDay {
  readonly lineId: string;
  readonly on: string | null;
  readonly saidAt: Date;
  /** A person or a source, by name. */
  readonly by: string;
  readonly reason: string | null;
}

/** How the stock of what a line brings stands; as stock's door tells it. */
export interface Standing {
  readonly code: string;
  readonly available: number;
  readonly status: string;
  readonly coverDays: number | null;
  readonly currency: string;
  /** When the next pieces of it come; null: nobody knows, and what is at risk is that of the 28 days to come. */
  readonly comingOn: string | null;
  readonly risk: {
    readonly units: number;
    readonly minor: bigint | null;
    readonly runsOutOn: string | null;
  } | null;
}

/** Open orders with pieces of it still to send that are not here. */
export interface Waited {
  readonly orders: number;
  /** Numbers of those that have to leave first. */
  readonly first: readonly string[];
  readonly pieces: number;
  readonly shipBy: Date | null;
}

export interface InboundRow extends ListedLine {
  readonly location: string | null;
  /** Null: its SKU is not known. */
  readonly standing: Standing | null;
  readonly waited: Waited | null;
  /** The days that were said since the first promise, the latest last. */
  readonly said: readonly SaidDay[];
}

/** What the whole list comes to. */
export interface InboundTotals {
  readonly open: number;
  readonly overdue: number;
  /** The day on which the next comes, from today on; null: nobody knows. */
  readonly nextOn: string | null;
}

/** The pieces for which most orders wait that stock at hand cannot serve. */
export interface MostWaited {
  readonly code: string;
  readonly pieces: number;
  readonly orders: number;
}

export interface Heard {
  readonly source: string;
  readonly coversUntil: Date | null;
  readonly silentSince: Date | null;
}

export interface InboundPage extends Page<InboundRow, InboundFilter> {
  /** What `of` names: a supplier, an order, or a SKU; null: everything, or it is gone. */
  readonly named: string | null;
  /** Of an order: who sends it. */
  readonly supplier: string | null;
  readonly totals: InboundTotals;
  readonly mostWaited: MostWaited | null;
  readonly heard: readonly Heard[];
  /** Where the business is: "2026-12-24". */
  readonly today: string;
}

/** What words after the command mean. */
export type Meant =
  | { readonly filter: InboundFilter }
  | {
      readonly asked: string;
      /** Suppliers whose names fit: a line of each. */
      readonly suppliers: readonly {
        readonly line: string;
        readonly supplier: string;
        readonly open: number;
      }[];
      readonly more: boolean;
      readonly heard: readonly Heard[];
    };

/** What is overdue of a supplier. */
export interface LateSupplier {
  /** Null: nobody said who sends it. */
  readonly supplier: string | null;
  readonly lines: number;
  readonly oldestOn: string;
  /** In how many currencies its lines are; of one, what they are worth. */
  readonly currencies: number;
  readonly currency: string | null;
  readonly valueMinor: bigint;
  /** How many suppliers there are in all. */
  readonly suppliers: number;
}

/** What comes in the days ahead. */
export interface Coming {
  /** Expected today; and until the day before `until`, today included. */
  readonly today: number;
  readonly soon: number;
  readonly overdue: number;
  /** "2026-12-24". */
  readonly until: string;
}
