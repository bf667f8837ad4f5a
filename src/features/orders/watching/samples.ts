import type { Samples } from '../../../core/declare/sample.ts';
import { late, packed, reading } from '../card/sample-orders.ts';
import { crossed, stopped, watching, watchMessage } from './views.ts';

const place = 'U0MAYA0001';
const watched = { order: late, watcher: 'Maya', endedAt: null };

export const watchSamples: Samples = {
  'watched card': () => watchMessage(watched, place, reading),
  'watched card, ended': () => watchMessage({ ...watched, endedAt: reading.now }, 'C0OPSDAILY', reading),
  'a watched order is packed and off hold': () =>
    crossed(packed, { before: 'on hold', after: 'packed' }, reading),
  'a watched order was on hold for a moment': () =>
    crossed(packed, { before: 'packed', after: 'on hold' }, reading),
  'a watch begins': () => watching(packed, place, true),
  'watched already': () => watching(packed, 'C0OPSDAILY', false),
  'a watch ends': () => stopped(true),
  'no watch ends': () => stopped(false),
};
