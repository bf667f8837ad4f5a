import type { Samples } from '../../core/declare/sample.ts';
import type { Told } from '../../core/tokens/approval.ts';
import { tellFreeForm } from './asking/free-form-rules.ts';
import { approvalMessage } from './card/views.ts';
import { waitingLines } from './inbox/digest-views.ts';
import { askedByMe, toDecide } from './inbox/views.ts';
import { bad, hostile, line, page, read, shown } from './samples.ts';

const lasting = { ...read, lasting: true } as const;
const hard = (forMe: boolean) => Array.from({ length: 8 }, () => ({ ...bad, forMe }));

/** The card of a request that tells this, for the contract of what kinds tell. */
export const cardOf = (told: Told) => approvalMessage({ ...shown, told }, read);

/** What stands at Home, in digests and in the words of others. */
export const partSamples: Samples = {
  'to decide at Home': () => ({
    home: 'Waiting for your yes',
    blocks: toDecide({ ...page, forMe: 9, rows: hard(true) }),
  }),
  'own at Home': () => ({
    home: 'You asked for',
    blocks: askedByMe({ ...page, total: 9, rows: hard(false) }, read),
  }),
  'what waits, for a digest': () => waitingLines({ ...page, rows: [line] }, lasting),
  'more waits than a digest names': () => waitingLines({ ...page, total: 1_204, rows: hard(false) }, lasting),
  'what a request tells': () => ({
    approval: 'approvals.free-form',
    told: tellFreeForm({ title: hostile, amountMinor: '123456789' }, 'EUR'),
  }),
};
