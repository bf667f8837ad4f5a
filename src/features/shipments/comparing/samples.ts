import type { Samples } from '../../../core/declare/sample.ts';
import { hostile, on, reading } from '../card/sample-shipments.ts';
import type { Comparison, Score } from './model.ts';
import { comparisonMessage } from './views.ts';

const heard = [{ source: 'EasyPost', coversUntil: on('2026-03-05T07:40:00Z'), silentSince: null }];
const dhl: Score = {
  code: 'c01234567',
  carrier: 'DHL',
  service: null,
  lane: '',
  parcels: 212,
  judged: 190,
  lateByCarrier: 9,
  lateUnattributed: 14,
  leftLate: 5,
  unknown: 4,
  exceptions: 22,
  transitP50: 1.6,
  transitP90: 3.25,
};
const few: Score = {
  ...dhl,
  code: 'c01234568',
  carrier: null,
  parcels: 20,
  judged: 12,
  transitP50: null,
  transitP90: null,
};
const all: Comparison = { of: null, scores: [dhl, few], lateNow: 6, heard };

export const comparisonSamples: Samples = {
  'carriers compared': () => comparisonMessage(all, reading),
  'a carrier by lane and service': () =>
    comparisonMessage(
      {
        of: { code: dhl.code, words: 'DHL' },
        scores: [
          { ...dhl, code: 'g01234567', lane: 'HAM → DE 10', service: 'Paket' },
          { ...few, code: 'g01234568', lane: 'unknown' },
        ],
        lateNow: 1,
        heard,
      },
      reading,
    ),
  'carriers that were never late by their own fault': () =>
    comparisonMessage({ ...all, lateNow: 0, scores: [{ ...dhl, lateByCarrier: 0, unknown: 0 }] }, reading),
  'two late by their own fault, which is chance': () =>
    comparisonMessage({ ...all, scores: [{ ...dhl, lateByCarrier: 2 }] }, reading),
  'too few parcels to rank': () => comparisonMessage({ ...all, scores: [few] }, reading),
  'parcels of which nobody says by when they had to leave': () =>
    comparisonMessage({ ...all, scores: [{ ...few, parcels: 42, unknown: 30 }] }, reading),
  'parcels that we handed over late': () =>
    comparisonMessage({ ...all, scores: [{ ...few, parcels: 42, judged: 0, leftLate: 38 }] }, reading),
  'no parcels to compare': () => comparisonMessage({ ...all, lateNow: 0, scores: [], heard: [] }, reading),
  'carriers of hostile names': () =>
    comparisonMessage(
      {
        of: null,
        scores: Array.from({ length: 60 }, (_, n) => ({
          ...dhl,
          code: `c0123${String(n).padStart(4, '0')}`,
          carrier: hostile,
          parcels: 2_000_000,
          judged: 2_000_000,
        })),
        lateNow: 2_000_000,
        heard: Array.from({ length: 40 }, () => ({
          source: hostile,
          coversUntil: null,
          silentSince: reading.now,
        })),
      },
      reading,
    ),
};
