import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import { sharedIn, shareFormView, shareInWords } from '../../../ui/share-form.ts';
import { shareForm } from './forms.ts';
import { history, hit, hostile, huge, reading } from './sample-orders.ts';
import { searchMessage } from './search-views.ts';
import { severalMessage } from './several-views.ts';
import { timelineMessage } from './timeline-views.ts';
import { sharedCard } from './views.ts';

/** What stands beside the card: its snapshots, its timeline, and the lists that lead to it. */
export const besideSamples: Samples = {
  'shared, in hostile text': () => sharedCard(huge, reading, 'U0MAYA0001'),
  timeline: () => timelineMessage(history, reading),
  'timeline of hostile text': () =>
    timelineMessage(
      {
        ...huge,
        milestones: Array.from({ length: 500 }, () => ({
          what: 'packed',
          part: hostile,
          lineCode: hostile,
          at: reading.now,
          by: null,
          source: hostile,
          retracted: true,
        })),
      },
      reading,
    ),
  'several that were asked for': () =>
    severalMessage(
      {
        asked: [
          ...Array.from({ length: 8 }, () => ({ asked: hostile, order: huge, fits: 1 })),
          { asked: hostile, order: null, fits: 0 },
          { asked: hostile, order: null, fits: 6 },
        ],
        left: 12,
      },
      reading,
    ),
  'several to pick from': () =>
    searchMessage(
      {
        asked: hostile,
        found: Array.from({ length: 5 }, () => ({ ...hit, number: hostile, channel: hostile })),
        more: true,
        near: [],
        heard: [],
      },
      reading,
    ),
  'nothing found, and what is near': () =>
    searchMessage(
      {
        asked: '10429',
        found: [],
        more: false,
        near: [hit],
        heard: Array.from({ length: 20 }, () => ({
          source: hostile,
          coversUntil: reading.now,
          silentSince: null,
        })),
      },
      reading,
    ),
  'nothing found, before the first import': () =>
    searchMessage({ asked: '1042', found: [], more: false, near: [], heard: [] }, reading),
  shared: () => sharedIn(hostile, 'C0OPSDAILY'),
  'where no form opens': shareInWords,
};

export const formSamples: FormSamples = { 'share an order': () => shareFormView(shareForm) };
