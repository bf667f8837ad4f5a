import type { Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { MappedCode } from './model.ts';
import { codesMessage, mappedMessage } from './views.ts';

const now = new Date('2026-03-02T14:18:00Z');
const reader: Reader = { now, timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(60)}`;
const code: MappedCode = {
  source: 'EasyPost',
  code: 'delivered_to_drone',
  count: 12,
  lastAt: now,
  sample: '9400100000000000000017',
  status: null,
};

export const mappingSamples: Samples = {
  'no unknown codes': () => codesMessage([], true, reader),
  'a code that nobody knows, and one that is mapped': () =>
    codesMessage([code, { ...code, code: 'PZ', status: 'ready_for_pickup' }], true, reader),
  'a code that nobody knows, for a lead': () => codesMessage([code], false, reader),
  'a reason that nobody knows': () =>
    codesMessage([{ ...code, source: 'file 3PL', code: 'reason R07' }], true, reader),
  'all codes are mapped': () => codesMessage([{ ...code, status: 'delivered' }], true, reader),
  'many codes of hostile text': () =>
    codesMessage(Array(80).fill({ ...code, source: hostile, code: hostile, sample: hostile }), true, reader),
  'a code is mapped': () => mappedMessage({ ...code, status: 'out_for_delivery', shipments: 3 }),
  'a code is mapped that changes nothing': () =>
    mappedMessage({ source: hostile, code: hostile, status: 'delivered', shipments: 0 }),
  'a code means nothing any more': () => mappedMessage({ ...code, status: 'unknown', shipments: 1 }),
};
