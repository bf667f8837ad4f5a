import type { Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { hostile, on, reading } from '../card/sample-shipments.ts';
import { storm, strike, sums } from '../lanes/samples.ts';
import { calm, everyException, exceptions, huge, late, none } from '../today/samples.ts';
import { burstsPart, disruptedPart, riskPart } from './digest-views.ts';

const lasting: Reader = { ...reading, lasting: true };
const burst = {
  of: {
    id: '01961b1c-0000-7000-8000-0000000000b1',
    carrier: 'DHL',
    carrierName: 'DHL',
    lane: 'HAM → FR',
    since: on('2026-03-04T08:00:00Z'),
    beganAt: on('2026-03-04T12:00:00Z'),
    endedAt: null,
    parcels: 83,
    open: 22,
  },
  sums,
};
const hard = { ...burst, of: { ...burst.of, carrierName: hostile, lane: hostile } };
const oneLate = { ...late, late: { parcels: 1, orders: 1, amounts: new Map() }, dueLate: none.dueLate };
const many = <One>(one: One) => Array.from({ length: 40 }, () => one);

/** The sections of digests in every state. */
export const digestSamples: Samples = {
  'parcels at risk, for a digest': () => riskPart({ late, exceptions }, 'EUR', lasting),
  'one late parcel, for a digest': () => riskPart({ late: oneLate, exceptions: calm }, 'EUR', lasting),
  'only exceptions, for a digest': () => riskPart({ late: none, exceptions }, 'EUR', lasting),
  'parcels at risk of hostile text, for a digest': () =>
    riskPart({ late: huge, exceptions: everyException }, 'EUR', lasting),
  'a strike, for a digest': () => disruptedPart([strike], lasting),
  'a storm to come, for a digest': () =>
    disruptedPart([{ ...storm, fromAt: on('2026-03-09T00:00:00Z') }], lasting),
  'disruptions of hostile names, for a digest': () =>
    disruptedPart(many({ ...strike, carrierName: hostile, origin: hostile }), lasting),
  'a lane in trouble, for a digest': () => burstsPart([burst], lasting),
  'lanes in trouble of hostile names, for a digest': () => burstsPart(many(hard), lasting),
};
