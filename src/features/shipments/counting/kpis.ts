import type { FactTable } from '../../../core/declare/kpi.ts';
import type { Kpi } from '../../../core/tokens/fact.ts';
import { carriersCalled, servicesCalled } from '../../carriers/index.ts';
import { shipmentFacts } from '../facts-model.ts';
import { makeShipmentFacts, seriesAfter } from './fact-store.ts';

/** What each parcel to a customer, or between our places, adds to the figures. */
export const shipmentFactTable: FactTable = {
  family: shipmentFacts,
  table: 'shipment_fact',
  one: 'parcel',
  opens: 'shipment',
  version: 2,
  dimensions: [
    { name: 'carrier', title: 'carrier', words: ['courier'] },
    { name: 'service', title: 'service' },
    { name: 'lane', title: 'lane', words: ['route'] },
    { name: 'country', title: 'country', words: ['destination'] },
  ],
  // What a carrier is called may change: facts have its code.
  names: { carrier: carriersCalled, service: servicesCalled },
  make: makeShipmentFacts,
  subjects: seriesAfter,
};

const shared = { facts: shipmentFactTable, feed: 'shipments', version: 1, owner: 'shipping' } as const;
const promised = { column: 'promise_day', words: 'promised for' };
const handed = { column: 'handed_day', words: 'handed over' };
const notJudged = {
  'handed over late by us': 'left_late',
  'nobody says by when it had to leave': 'ship_by_unknown',
  'not delivered yet': 'undelivered',
};

/** The core set of KPIS.md that parcels tell. What nobody knows is a figure of its own, and never the carrier's. */
export const shipmentKpis: readonly Kpi[] = [
  {
    ...shared,
    key: 'late_carrier',
    name: 'Late by the carrier',
    aliases: ['late carrier', 'carrier late', 'late by carrier', 'carrier fault'],
    formula: 'late by the carrier’s own reason, of what it had on time and delivered',
    good: 'down',
    bad: 'late by the carrier',
    leadsTo: [
      { kpi: 'late_unattributed', label: 'Late without a reason', by: 'carrier' },
      { kpi: 'otd', label: 'On time by order' },
    ],
    measure: { kind: 'share', of: 'late_carrier', among: 'judged' },
    anchor: promised,
    excluded: notJudged,
  },
  {
    ...shared,
    key: 'late_unattributed',
    name: 'Late without a reason',
    aliases: ['late unattributed', 'unattributed', 'late without reason'],
    formula: 'late without any reason told, of what the carrier had on time and delivered',
    good: 'down',
    bad: 'late without a reason',
    leadsTo: [
      { kpi: 'late_carrier', label: 'Late by the carrier', by: 'carrier' },
      { kpi: 'otd', label: 'On time by order' },
    ],
    measure: { kind: 'share', of: 'late_unattributed', among: 'judged' },
    anchor: promised,
    excluded: notJudged,
  },
  {
    ...shared,
    key: 'exceptions',
    name: 'Parcels with an exception',
    aliases: ['exceptions', 'exception rate', 'parcels with exceptions'],
    formula: 'parcels with which anything went wrong, of those handed over',
    good: 'down',
    bad: 'with an exception',
    measure: { kind: 'share', of: 'exceptions', among: 'shipped' },
    anchor: handed,
  },
  {
    ...shared,
    key: 'valid_tracking',
    name: 'Parcels with a scan',
    aliases: ['valid tracking', 'tracking', 'valid tracking rate'],
    formula: 'parcels that the carrier scanned at least once, of those handed over',
    good: 'up',
    bad: 'without a scan',
    measure: { kind: 'share', of: 'scanned', among: 'shipped' },
    anchor: handed,
  },
];
