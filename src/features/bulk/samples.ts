import { assignIssuesAction, finishIssuesAction, takeIssuesAction } from './issues/actions.ts';
import { assignView, finishView } from './issues/form-views.ts';
import { tellServicesAction } from './shipments/actions.ts';
import { endedMessage, selectedMessage, startedMessage } from './views.ts';
import { tellBulk } from './words.ts';

const read = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' } as const;
const acts = [
  { label: 'I’m on all of them', press: takeIssuesAction },
  { label: 'Assign', press: assignIssuesAction },
  { label: 'Done', press: finishIssuesAction },
];
const selected = {
  id: '00000000-0000-7000-8000-000000000002',
  count: 46,
  one: 'issue',
  first: Array.from({ length: 10 }, (_, i) => ({
    label:
      i === 0
        ? 'Issue 17 (critical): <!channel> *DHL* missed the pick-up'
        : `Issue ${i} (low): ${'tape '.repeat(40)}`,
    seen: i === 0 ? 'on it: Omar Haddad' : 'new: nobody',
  })),
};

const run = { id: '00000000-0000-7000-8000-000000000001', count: 46, state: 'ended', reason: null } as const;
const row = { ref: '1', seen: 'new: nobody' };

export const formSamples = {
  'finish issues': () => finishView(46),
  'assign issues': () => assignView(10_000),
};

export const samples = {
  selected: () => selectedMessage(selected, acts, read),
  'shipments selected': () =>
    selectedMessage(
      {
        ...selected,
        one: 'shipment',
        first: [{ label: 'Shipment JJD000390, order 1042', seen: 'in transit' }],
      },
      [{ label: 'Tell customer service', press: tellServicesAction }],
      read,
    ),
  'one selected, for whom there is nothing to do': () =>
    selectedMessage({ ...selected, count: 1, first: selected.first.slice(0, 1) }, [], read),
  begun: () =>
    startedMessage({
      id: selected.id,
      number: 31,
      state: 'done',
      said: 'It has begun: mark 46 issues as done (fixed).',
    }),
  'waits for a yes': () =>
    startedMessage({ id: selected.id, number: 31, state: 'waiting', said: 'A lead has to say yes.' }),
  asked: () => ({
    approval: 'bulk.act',
    told: tellBulk({
      asks: 'mark 60 issues as done (fixed)',
      count: 60,
      first: ['Issue 17 (high): <!channel> *dead*'],
      lines: [['Note on each', 'The power is *back*']],
    }),
  }),
  'all done': () =>
    endedMessage({
      run,
      tally: { done: 46 },
      ended: 'Marked 46 issues as done',
      already: 'done before',
      skipped: [],
    }),
  'some left alone': () =>
    endedMessage({
      run,
      tally: { done: 38, changed: 3, refused: 4, failed: 1 },
      ended: 'Marked 38 of 46 issues as done',
      already: 'done before',
      skipped: [
        {
          ...row,
          ordinal: 4,
          label: '#17 · High · <!channel> *DHL* missed the pick-up',
          outcome: 'changed',
          said: 'Selected as “new: nobody”, now “on it: Omar Haddad”.',
        },
        {
          ...row,
          ordinal: 9,
          label: '#22 · Critical · Checkout is down',
          outcome: 'refused',
          said: 'Issue 22 is Critical and Lena is on it: only they or a lead can say that it is done.',
        },
        {
          ...row,
          ordinal: 12,
          label: 'x'.repeat(300),
          outcome: 'failed',
          said: 'Something broke on our side.',
        },
      ],
    }),
  'nothing new': () =>
    endedMessage({
      run,
      tally: { already: 46 },
      ended: 'Asked customer service to tell the customers of 0 of 46 shipments',
      already: 'asked for already',
      skipped: [
        {
          ...row,
          ordinal: 1,
          label: 'Shipment JJD000390, order 1042',
          outcome: 'already',
          said: 'Lena asked Wed 4 Mar 14:00 CET: issue #5.',
        },
      ],
    }),
  'stopped on the way': () =>
    endedMessage({
      run: {
        ...run,
        state: 'stopped',
        reason: 'This account is deactivated in Slack and may do nothing here.',
      },
      tally: { done: 1 },
      ended: 'Marked 1 of 46 issues as done',
      already: 'done before',
      skipped: [{ ...row, ordinal: 2, label: '#18 · Low · Tape', outcome: null, said: null }],
    }),
};
