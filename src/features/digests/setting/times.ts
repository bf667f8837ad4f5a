import { z } from 'zod';
import { slotsAfter } from '../../../core/declare/slots/moments.ts';
import { query } from '../../../core/runtime/operation.ts';
import { faultSentence } from '../../../core/time/timing-faults.ts';
import type { Times } from '../digest/draft-model.ts';
import { digestKindId } from '../digest/model.ts';
import { haveDigests } from '../permissions.ts';
import { readTimes } from './checked.ts';

/** The next times that some words mean. */
export const getTimes = query({
  name: 'digests.times',
  permission: haveDigests,
  input: z.object({ when: z.string() }),
  async run(ctx, { when }): Promise<Times> {
    const timing = await readTimes(ctx, when);
    if ('reason' in timing) return { fault: faultSentence(timing) };
    return { next: await slotsAfter(ctx, { ...timing, kind: digestKindId }, ctx.now, 3) };
  },
});
