import type { Kpi } from '../../../core/tokens/fact.ts';
import { inboundFactTable } from './facts.ts';

const promised = { column: 'promise_day', words: 'promised for' };
/** What people say who take it for one figure, by what is counted. */
const named = (what: string) =>
  ['inbound', 'inbound otd', 'inbound on time', 'suppliers on time'].map((of) => `${of} by ${what}`);

const shared = {
  facts: inboundFactTable,
  feed: 'purchases',
  version: 1,
  owner: 'purchasing',
  good: 'up',
  anchor: promised,
} as const;

/** The core set of KPIS.md that purchase orders tell. */
export const inboundKpis: readonly Kpi[] = [
  {
    ...shared,
    key: 'inbound_otd',
    name: 'Suppliers on time',
    aliases: ['inbound on time', 'inbound otd', 'supplier on time', 'suppliers on time', ...named('line')],
    formula: 'lines delivered by their promise, of those delivered that had one',
    bad: 'late',
    measure: { kind: 'share', of: 'lines_kept', among: 'lines' },
    excluded: { 'not delivered yet': 'lines_open' },
    pending: 'not delivered yet',
  },
  {
    ...shared,
    key: 'inbound_otd_order',
    name: 'Purchase orders on time',
    aliases: [
      'purchase orders on time',
      ...['order', 'purchase order', 'po'].flatMap((what) => named(what)),
      'po on time',
    ],
    formula: 'purchase orders of which every line kept its own promise, of those delivered whole',
    counted: 'purchase orders',
    bad: 'late',
    measure: { kind: 'share', of: 'orders_kept', among: 'orders' },
    excluded: { 'not delivered whole yet': 'orders_open' },
    pending: 'not delivered whole yet',
  },
  {
    ...shared,
    key: 'inbound_otd_notice',
    name: 'Shipment notices on time',
    aliases: [
      'shipment notices on time',
      ...['notice', 'shipment notice', 'asn'].flatMap((what) => named(what)),
      'asn on time',
    ],
    formula: 'shipment notices of which every line kept its own promise, of those delivered whole',
    counted: 'shipment notices',
    bad: 'late',
    measure: { kind: 'share', of: 'notices_kept', among: 'notices' },
    excluded: { 'not delivered whole yet': 'notices_open' },
    pending: 'not delivered whole yet',
  },
  {
    ...shared,
    key: 'inbound_window',
    name: 'Suppliers within the window',
    aliases: ['inbound window', 'delivery window', 'supplier window', 'inbound within the window'],
    formula:
      'lines delivered in the seven days before their promise and not after it, of those delivered that had one',
    bad: 'outside the window',
    measure: { kind: 'share', of: 'lines_in_window', among: 'lines' },
    excluded: { 'not delivered yet': 'lines_open' },
    pending: 'not delivered yet',
  },
  {
    ...shared,
    key: 'lead_time',
    name: 'Lead time of suppliers',
    aliases: ['lead time', 'supplier lead time', 'lead times'],
    formula: 'days from sending the order until the line is delivered',
    good: 'down',
    measure: { kind: 'spread', of: 'lead_days', unit: 'days', told: 'lead_told' },
    anchor: { column: 'delivered_day', words: 'delivered' },
    excluded: { 'delivered before the order was sent': 'lead_fault' },
  },
];
