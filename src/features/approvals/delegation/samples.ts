import type { FormSamples, Samples } from '../../../core/declare/sample.ts';
import type { Delegation } from './rules.ts';
import {
  delegateFormView,
  delegateInWords,
  delegationEndedNow,
  delegationList,
  delegationMade,
  delegationOver,
  delegationTold,
  type Reader,
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
const hard = (n: number): Delegation => ({
  ...one,
  id: id(100 + n),
  from: stranger,
  to: stranger,
  startsAt: new Date('2026-03-05T08:00:00Z'),
});
const nobody = { whose: 'mine', delegations: [], maySeeAll: false, reader: omar.id } as const;

export const delegationSamples: Samples = {
  'nobody decides in my place': () => delegationList(nobody, read),
  'somebody decides in my place': () =>
    delegationList({ ...nobody, delegations: [one], maySeeAll: true }, read),
  'I decide in the place of somebody': () =>
    delegationList({ ...nobody, delegations: [one], reader: lena.id }, read),
  'delegations of everybody, hostile': () =>
    delegationList(
      {
        whose: 'all',
        delegations: Array.from({ length: 30 }, (_, n) => hard(n)),
        maySeeAll: true,
        reader: null,
      },
      read,
    ),
  'a delegation that was made': () =>
    delegationMade({ id: one.id, to: 'Lena', from: one.startsAt, until: one.endsAt, awayThen: null }, read),
  'a delegation to somebody who is away, hostile': () =>
    delegationMade(
      {
        id: one.id,
        to: hostile,
        from: new Date('2026-03-05T08:00:00Z'),
        until: one.endsAt,
        awayThen: hostile,
      },
      read,
    ),
  'who is asked to decide': () => delegationTold(one, { ...read, lasting: true }),
  'who is asked to decide later, hostile': () => delegationTold(hard(0), { ...read, lasting: true }),
  'a delegation that the giver ended': () => delegationOver(one, lena.slackUserId, omar.id),
  'a delegation that was given back': () => delegationOver(one, omar.slackUserId, lena.id),
  'a delegation that a manager ended': () => delegationOver(hard(0), omar.slackUserId, null),
  'a delegation that I ended': () => delegationEndedNow(one),
  'how to delegate in words': () => delegateInWords(),
};

export const delegationFormSamples: FormSamples = { delegate: () => delegateFormView() };
