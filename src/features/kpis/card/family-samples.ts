import type { Samples } from '../../../core/declare/sample.ts';
import type { FamilyState } from '../keeping/model.ts';
import { reading } from '../sample-figures.ts';
import { familiesMessage } from './family-views.ts';

const family: FamilyState = {
  family: 'order',
  one: 'order',
  kpis: 12,
  isBehind: false,
  faults: [],
  state: {
    family: 'order',
    generation: 1,
    version: 'a',
    building: null,
    buildingVersion: null,
    walkedTo: null,
    walked: 0,
    summing: null,
    summedTo: null,
    startedAt: null,
    builtAt: reading.now,
    sweeping: false,
    sweptTo: null,
  },
};

/** What KPIs are counted from, in each of its states. */
export const factSamples: Samples = {
  'facts, up to date': () => familiesMessage([family], reading),
  'facts, some behind': () => familiesMessage([family, { ...family, isBehind: true, state: null }], reading),
  'facts that could not be made': () =>
    familiesMessage(
      [
        {
          ...family,
          faults: [
            {
              family: 'order',
              subject: '0195d3c0-8f1e-7c3a-9b1d-2f60c1a4e5b7',
              reason: 'bigint out of range',
              attempts: 3,
              failedAt: reading.now,
              retryAt: new Date(reading.now.getTime() + 240_000),
            },
          ],
        },
      ],
      reading,
    ),
  'facts that are being made': () =>
    familiesMessage(
      [
        {
          ...family,
          state: family.state && {
            ...family.state,
            building: 2,
            buildingVersion: 'b',
            walked: 120_000,
            startedAt: reading.now,
          },
        },
      ],
      reading,
    ),
};
