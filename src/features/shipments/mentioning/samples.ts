import type { Samples } from '../../../core/declare/sample.ts';
import { message } from '../../../ui/blocks.ts';
import { mentionBlocks } from '../../../ui/mentions.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { hostile, moving, reading } from '../card/sample-shipments.ts';
import { mentionOf } from './mention-views.ts';
import type { ParcelTold } from './model.ts';

const parcel: ParcelTold = {
  id: moving.id,
  tracking: moving.tracking,
  status: 'in_transit',
  reason: null,
  zone: 'Europe/Berlin',
  promiseOn: '2026-03-03',
  promiseUntil: '2026-03-03T23:00:00Z',
  etaUntil: '2026-03-06T23:00:00Z',
  atRisk: true,
  cameLate: null,
  deliveredAt: null,
  returnedAt: null,
  scannedAt: '2026-03-04T18:00:00Z',
  scanDueAt: null,
};
const drawn = (parcels: readonly ParcelTold[], total = parcels.length) => {
  const mention = mentionOf({ parcels, total }, reading);
  return message(mrkdwn`${mention?.line ?? ''}`, mentionBlocks(mention ? [mention] : []));
};

export const mentionSamples: Samples = {
  'parcels on the card of their order': () => drawn([parcel], 1),
  'many parcels on the card of their order': () =>
    drawn(
      [
        { ...parcel, tracking: hostile },
        { ...parcel, deliveredAt: '2026-03-04T12:00:00Z', cameLate: true },
        { ...parcel, returnedAt: '2026-03-04T12:00:00Z', promiseOn: null },
      ],
      12,
    ),
};
