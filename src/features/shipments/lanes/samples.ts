import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { hostile, moving, on, reading } from '../card/sample-shipments.ts';
import { shipmentMessage } from '../card/views.ts';
import { strikeMention } from '../disrupted/mention-views.ts';
import { nothingBeside, type StandingDisruption } from './disruption-model.ts';
import { declareFormView } from './form-views.ts';
import { declared, disruptionsMessage, ended } from './views.ts';

const id = '01961b1c-0000-7000-8000-0000000000d1';
export const sums = { parcels: 83, open: 22, delivered: 60, values: [{ currency: 'EUR', minor: 120_400n }] };
const none = { parcels: 0, open: 0, delivered: 0, values: [] };
export const strike: StandingDisruption = {
  id,
  kind: 'strike',
  carrier: 'DHL',
  carrierName: 'DHL',
  origin: 'HAM',
  destination: 'FR',
  fromAt: on('2026-03-02T00:00:00Z'),
  untilAt: on('2026-03-06T17:00:00Z'),
  declaredById: id,
  declaredAt: on('2026-03-02T07:00:00Z'),
  endedAt: null,
  parcels: 83,
  open: 22,
  exposed: 31,
  beside: { exposed: 31, before: 3, late: 1 },
  sums,
  declaredBy: 'Lena',
  issue: { id, number: 17 },
};
export const storm: StandingDisruption = {
  ...strike,
  kind: 'weather',
  carrier: null,
  carrierName: null,
  origin: null,
  destination: 'DE 10',
  untilAt: null,
  issue: null,
  declaredBy: null,
  sums: none,
  beside: { exposed: 33, before: 0, late: 0 },
};
const apart = (one: StandingDisruption, n: number) => ({ ...one, id: `${id.slice(0, -2)}${10 + n}` });

export const laneSamples: Samples = {
  'no disruption': () => disruptionsMessage([], moving.heard, reading, null),
  'no disruption, nothing heard': () => disruptionsMessage([], [], reading, []),
  'a strike and a storm': () => disruptionsMessage([strike, apart(storm, 1)], moving.heard, reading, null),
  'a strike, for who only looks': () => disruptionsMessage([strike], moving.heard, reading, ['Lena', 'Omar']),
  'many disruptions of hostile names, to come and over': () =>
    disruptionsMessage(
      [
        ...Array.from({ length: 7 }, (_, n) =>
          apart({ ...strike, carrierName: hostile.slice(0, 60), fromAt: on('2026-03-09T00:00:00Z') }, n),
        ),
        ...Array.from({ length: 7 }, (_, n) => apart({ ...storm, endedAt: reading.now, sums }, n + 10)),
      ],
      moving.heard,
      reading,
      null,
    ),
  'a disruption is declared': () => declared({ of: strike, sums, beside: strike.beside }, reading),
  'a disruption to come is declared': () =>
    declared(
      { of: { ...storm, fromAt: on('2026-03-09T00:00:00Z') }, sums: none, beside: nothingBeside },
      reading,
    ),
  'a parcel inside disruptions': () => {
    const over = { ...strike, stands: 'inside' as const, endedAt: on('2026-03-04T17:00:00Z') };
    const lines = [over, { ...storm, stands: 'before' as const }].map((one) => strikeMention(one, reading));
    return shipmentMessage(moving, reading, lines);
  },
  'a disruption is over': () => ended({ id, name: 'Storm or flood, all lanes', sums: none }),
};

export const laneFormSamples: FormSamples = { 'declare a disruption': () => declareFormView() };
