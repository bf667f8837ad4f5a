import { after } from '../../../core/declare/follow.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { editLocation, locations } from '../../locations/index.ts';
import { openChanges } from '../outside/store.ts';

const namedAtMost = 5;

/** Refuses to keep the numbers of a location here while changes wait to be entered outside: they would be lost. */
export const demandNothingToEnter = after(editLocation, {
  name: 'stock.demand-nothing-to-enter',
  async follow(ctx, { code }) {
    const place = (await locations(ctx.tx)).find((one) => one.code === code);
    if (place?.record !== 'ours') return { changes: [] };
    const open = await openChanges(ctx.tx, [place.id]);
    if (open.length === 0) return { changes: [] };
    const tasks = open.slice(0, namedAtMost).map(({ issueNumber }) => `#${issueNumber}`);
    const says = `${count(open.length, 'change')} of its stock ${open.length === 1 ? 'waits' : 'wait'} to be entered outside (${open.length === 1 ? 'task' : 'tasks'} ${listOf(tasks)}${open.length > namedAtMost ? ' and others' : ''}).`;
    throw new Refusal('conflict', says, {
      next: 'Withdraw them on the cards of their SKUs, or wait until the numbers from there show them.',
      fields: { record: `${says} Withdraw them first, or wait until its numbers show them.` },
    });
  },
});
