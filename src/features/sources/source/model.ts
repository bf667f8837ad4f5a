import { z } from 'zod';
import { defineStates } from '../../../core/tokens/states.ts';

/** Kinds of systems outside, and what people call them. */
export const kindNames = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  easypost: 'EasyPost',
  aftership: 'AfterShip',
  shippo: 'Shippo',
  generic: 'Generic JSON',
  amazon: 'Amazon',
} as const;
export type SourceKind = keyof typeof kindNames;
/** Those that send webhooks. What Amazon says comes by its own queues, and to us in files. */
export type HeardKind = Exclude<SourceKind, 'amazon'>;
export const isHeard = (kind: SourceKind): kind is HeardKind => kind !== 'amazon';
export const heardKinds = (Object.keys(kindNames) as SourceKind[]).filter(isHeard);

/** They tell of parcels alone: none of them names a location of ours. */
const parcelKinds: ReadonlySet<SourceKind> = new Set(['easypost', 'aftership', 'shippo']);
export const namesLocations = (kind: SourceKind) => !parcelKinds.has(kind);

export type SourceState = 'on' | 'paused' | 'removed';

export const sourceStates = defineStates<SourceState>({
  name: 'webhook source',
  initial: 'on',
  // What comes while it is paused is kept and waits.
  arrows: { on: ['paused', 'removed'], paused: ['on', 'removed'], removed: [] },
});

/** Where a generic body has what: names of fields, joined by dots. */
export type Paths = Readonly<Record<string, string>>;

export const sourceSettings = z.object({
  /** Of prices that say none. */
  currency: z.string(),
  /** Of a generic source alone. */
  paths: z.record(z.string(), z.string()).default({}),
});
export type SourceSettings = z.output<typeof sourceSettings>;

/** A system outside that tells us things by webhook. */
export interface Source {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly kind: SourceKind;
  /** The end of its address. */
  readonly path: string;
  readonly secretId: string;
  /** Opens too until `previousUntil`. */
  readonly previousSecretId: string | null;
  readonly previousUntil: Date | null;
  /** Which its orders belong to. */
  readonly channel: string;
  readonly settings: SourceSettings;
  readonly state: SourceState;
  readonly createdAt: Date;
}

/** What its secrets are kept for. */
export const secretPurpose = 'sources.webhook';

export const pathPrefix = '/webhooks/';
