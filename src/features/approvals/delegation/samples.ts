import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import type { Reader } from '../../../core/time/reader.ts';
import type { Delegation } from './rules.ts';
import {
  delegateFormView,
  delegateInWords,
  delegationCreated,
  delegationEndedByOther,
  delegationEndedByReader,
  delegationList,
  delegationTold,
} from './views.ts';

const read: Reader = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin' };
const hostile = `<!channel> <https://evil.example|free> *bold* ${'<&>'.repeat(1000)}`;
const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const omar = { id: id(1), name: 'Omar', slackUserId: 'U0OMAR0001', active: true };
const lena = { id: id(2), name: 'Lena', slackUserId: 'U0LENA0001', active: true };
const stranger = { id: id(3), name: hostile, slackUserId: 'U0EVIL0001', active: false };
const one: Delegation = {
  id: id(10),
  from: omar,
  to: lena,
  startsAt: new Date('2026-03-02T08:00:00Z'),
  endsAt: new Date('2026-03-06T23:00:00Z'),
  endedAt: null,
};
const hostileDelegation = (n: number): Delegation => ({
  ...one,
  id: id(100 + n),
  from: stranger,
  to: stranger,
  startsAt: new Date('2026-03-05T08:00:00Z'),
});
const nobody = { whose: 'mine', delegations: [], maySeeAll: false, reader: omar.id } as const;

export const delegationSamples: Samples = {
  'list, nobody decides for the reader': () => delegationList(nobody, read),
  'list, a delegate decides for the reader': () =>
    delegationList({ ...nobody, delegations: [one], maySeeAll: true }, read),
  'list, the reader is a delegate': () =>
    delegationList({ ...nobody, delegations: [one], reader: lena.id }, read),
  'list of everybody, hostile': () =>
    delegationList(
      {
        whose: 'all',
        delegations: Array.from({ length: 30 }, (_, n) => hostileDelegation(n)),
        maySeeAll: true,
        reader: null,
      },
      read,
    ),
  'delegation created': () =>
    delegationCreated(
      { id: one.id, to: 'Lena', from: one.startsAt, until: one.endsAt, awayThen: null },
      read,
    ),
  'delegation created, its delegate is away, hostile': () =>
    delegationCreated(
      {
        id: one.id,
        to: hostile,
        from: new Date('2026-03-05T08:00:00Z'),
        until: one.endsAt,
        awayThen: hostile,
      },
      read,
    ),
  'delegate told': () => delegationTold(one, { ...read, lasting: true }),
  'delegate told of a later delegation, hostile': () =>
    delegationTold(hostileDelegation(0), { ...read, lasting: true }),
  'delegation ended by the delegator': () => delegationEndedByOther(one, lena.slackUserId, omar.id),
  'delegation given back': () => delegationEndedByOther(one, omar.slackUserId, lena.id),
  'delegation ended by a manager': () => delegationEndedByOther(hostileDelegation(0), omar.slackUserId, null),
  'delegation ended by the reader': () => delegationEndedByReader(one),
  'delegating by command': () => delegateInWords(),
};

export const delegationFormSamples: FormSamples = { delegate: () => delegateFormView() };
