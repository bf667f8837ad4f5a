import type { Samples } from '../../../core/declare/sample.ts';
import { hostile, huge, late, on, out, packed, promise, reading, totals } from './sample-orders.ts';
import { actsMessage, orderMessage } from './views.ts';

// Another feature draws it.
const raiseButton = {
  type: 'button' as const,
  action_id: 'issues.raise',
  text: { type: 'plain_text' as const, text: 'Show issue 17' },
  value: '{"v":1}',
};

/** The card in every state, and with hostile text. */
const cancelAsked = { act: 'cancel', approval: 6, task: 12, isDone: false, amountMinor: null } as const;

export const samples: Samples = {
  packed: () => orderMessage(packed, reading),
  'with what its reader can have done': () => orderMessage(packed, reading, [], true),
  'what can be done': () => actsMessage({ ...packed, channel: hostile }),
  'nothing can be done': () => actsMessage({ ...packed, kind: 'credit' }),
  'late, two of three lines shipped': () => orderMessage(late, reading),
  'past its ship-by time': () =>
    orderMessage({ ...packed, shipBy: on('2026-03-02T15:00:00Z'), shipBySource: 'rule' }, reading),
  'on hold': () =>
    orderMessage(
      {
        ...packed,
        onHold: true,
        holds: [
          { from: on('2026-03-02T07:00:00Z'), until: null, reason: 'address', by: null, source: 'import' },
        ],
      },
      reading,
    ),
  'on hold, nobody said since when': () => orderMessage({ ...packed, onHold: true }, reading),
  stopped: () =>
    orderMessage(
      { ...packed, stage: 'paid', nextStop: 'unallocated', nextStopAt: on('2026-03-02T09:00:00Z') },
      reading,
    ),
  labelled: () =>
    orderMessage({ ...packed, stage: 'labelled', labelledAt: on('2026-03-03T07:50:00Z') }, reading),
  'to be cancelled': () => orderMessage({ ...packed, asked: [cancelAsked] }, reading),
  'a cancellation waits for a yes': () =>
    orderMessage({ ...packed, asked: [{ ...cancelAsked, task: null }] }, reading),
  'cancelled here, and the shop has not told of it': () =>
    orderMessage({ ...packed, asked: [{ ...cancelAsked, isDone: true }] }, reading),
  'late and stopped, with refunds that the shop has not told of': () =>
    orderMessage(
      {
        ...late,
        nextStop: 'unscanned',
        nextStopAt: on('2026-03-02T15:45:00Z'),
        missedTruckAt: on('2026-03-02T15:00:00Z'),
        asked: [
          { ...cancelAsked, act: 'refund', amountMinor: '1050' },
          { ...cancelAsked, act: 'refund', amountMinor: '10000', isDone: true },
          ...Array(3).fill({ ...cancelAsked, act: 'refund', amountMinor: '100', task: null }),
        ],
      },
      reading,
    ),
  'on its way': () =>
    orderMessage(
      {
        ...packed,
        ...out,
        stage: 'handed_over',
        promises: [{ ...promise, until: on('2026-03-04T23:00:00Z') }],
      },
      reading,
    ),
  'delivered on time': () =>
    orderMessage(
      { ...packed, ...out, stage: 'delivered', deliveredAt: on('2026-03-02T13:05:00Z'), promises: [promise] },
      reading,
    ),
  'delivered late': () =>
    orderMessage(
      { ...packed, ...out, stage: 'delivered', deliveredAt: on('2026-03-03T07:05:00Z'), promises: [promise] },
      reading,
    ),
  'returned to sender': () =>
    orderMessage({ ...packed, ...out, stage: 'returned', returnedAt: reading.now }, reading),
  cancelled: () =>
    orderMessage(
      { ...packed, stage: 'cancelled', cancelledAt: reading.now, cancelledBy: 'customer' },
      reading,
    ),
  'cancelled after hand-over': () =>
    orderMessage({ ...packed, ...out, stage: 'handed_over', cancelledAt: reading.now }, reading),
  'a draft of a test': () => orderMessage({ ...packed, draft: true, test: true }, reading),
  digital: () => orderMessage({ ...packed, stage: 'paid', digital: true }, reading),
  'replaced and merged': () => orderMessage({ ...packed, replaces: '1030', mergedInto: '1050' }, reading),
  'its feed is silent': () =>
    orderMessage(
      { ...packed, heard: { source: 'shopify', coversUntil: null, silentSince: on('2026-03-03T01:10:00Z') } },
      reading,
    ),
  'with an open issue': () =>
    orderMessage(packed, reading, [{ line: `Open issue: 17 ${hostile.slice(0, 60)}`, button: raiseButton }]),
  credit: () => orderMessage({ ...packed, kind: 'credit', number: 'C1042' }, reading),
  'without lines': () =>
    orderMessage({ ...packed, lines: [], totals: { ...totals, lineCount: 0, ordered: 0 } }, reading),
  'many lines of hostile text': () =>
    orderMessage(huge, reading, Array(9).fill({ line: hostile, button: raiseButton })),
};
