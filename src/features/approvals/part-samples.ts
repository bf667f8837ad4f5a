import type { Samples } from '../../core/declare/sample.ts';
import type { Told } from '../../core/tokens/approval.ts';
import { tellFreeForm } from './asking/free-form-rules.ts';
import { approvalMessage } from './card/views.ts';
import { waitingPart } from './inbox/digest-views.ts';
import { askedByMe, toDecide } from './inbox/views.ts';
import { hostile, hostileApproval, sampleApproval, sampleLine, samplePage, sampleReader } from './samples.ts';

const forAll = { state: 'waiting', kind: null, whose: 'all' } as const;
const forMe = { ...forAll, whose: 'for me' } as const;
const lasting = { ...sampleReader, lasting: true } as const;
const eightHostile = (forMe: boolean) => Array.from({ length: 8 }, () => ({ ...hostileApproval, forMe }));

/** A card with these lines, for the contract test of every kind. */
export const cardOf = (told: Told) => approvalMessage({ ...sampleApproval, told }, sampleReader);

/** Approvals at Home and in digests, and the lines of free-form requests. */
export const partSamples: Samples = {
  'Home: to decide': () => ({
    home: 'Waiting for your yes',
    blocks: toDecide({ ...samplePage, forMe: 9, rows: eightHostile(true) }),
  }),
  'Home: own requests': () => ({
    home: 'You asked for',
    blocks: askedByMe({ ...samplePage, total: 9, rows: eightHostile(false) }, sampleReader),
  }),
  digest: () => waitingPart({ ...samplePage, rows: [sampleLine] }, forAll, lasting),
  'digest, more than it names': () =>
    waitingPart({ ...samplePage, total: 1_204, rows: eightHostile(false) }, forMe, lasting),
  'free-form request': () => ({
    approval: 'approvals.free-form',
    told: tellFreeForm({ title: hostile, amountMinor: '123456789' }, 'EUR'),
  }),
};
