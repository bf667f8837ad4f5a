import type { Samples } from '../../../core/declare/sample.ts';
import { doubted, late, moving, on, reading } from '../card/sample-shipments.ts';
import { crossed, stopped, watching, watchMessage } from './views.ts';

const place = 'U0MAYA0001';
const watched = { shipment: late, watcher: 'Maya', endedAt: null };
const back = {
  ...moving,
  status: 'return_to_sender' as const,
  returnedAt: on('2026-03-05T07:00:00Z'),
  endedAt: on('2026-03-05T07:00:00Z'),
};

export const watchSamples: Samples = {
  'watched card': () => watchMessage(watched, place, reading),
  'watched card, ended': () => watchMessage({ ...watched, endedAt: reading.now }, 'C0OPSDAILY', reading),
  'a watched shipment is back': () => crossed(back, { before: 'return_to_sender', after: 'back' }, reading),
  'a watched shipment was scanned after one of us had ended it': () =>
    crossed(doubted, { before: 'delivered', after: 'delivered doubted' }, reading),
  'a lead has taken back that a watched shipment was delivered': () =>
    crossed(moving, { before: 'delivered doubted', after: 'in_transit' }, reading),
  'a watched shipment was delayed for a moment': () =>
    crossed(moving, { before: 'in_transit', after: 'delayed' }, reading),
  'a watch begins': () => watching(moving, place, true),
  'watched already': () => watching(moving, 'C0OPSDAILY', false),
  'a watch ends': () => stopped(true),
  'no watch ends': () => stopped(false),
};
