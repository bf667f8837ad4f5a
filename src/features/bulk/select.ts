import { z } from 'zod';
import { demandFilter, listingOf, type SelectedRow } from '../../core/declare/lists/listing.ts';
import { mutation } from '../../core/runtime/operation.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { number } from '../../core/text/quantity.ts';
import { goodForMs, mostSelected } from './model.ts';
import { actOnMany } from './permissions.ts';
import { addItems, insertSelection } from './store.ts';

/** So many are shown before somebody acts on all. */
const shown = 10;

/** Selects every row of a list as it is now. */
export const selectAll = mutation({
  name: 'bulk.select',
  permission: actOnMany,
  input: z.object({ kind: z.string(), filter: z.unknown() }),
  async run(ctx, { kind, filter }) {
    if (ctx.actor.kind !== 'person')
      throw new Refusal('invalid', 'A selection belongs to a person: make it in Slack.');
    const list = listingOf(ctx, kind);
    demandFilter(list, filter);
    const id = ctx.ids.uuid(ctx.now);
    const expiresAt = new Date(ctx.now.getTime() + goodForMs);
    await insertSelection(ctx.tx, {
      id,
      kind,
      filter,
      slackUserId: ctx.actor.slackUserId,
      now: ctx.now,
      expiresAt,
    });
    let count = 0;
    const first: SelectedRow[] = [];
    for await (const rows of list.selected(ctx, filter, mostSelected + 1)) {
      count += rows.length;
      if (count > mostSelected)
        throw new Refusal('invalid', `The list has more than ${number(mostSelected)} rows.`, {
          next: 'Narrow it first.',
        });
      first.push(...rows.slice(0, shown - first.length));
      await addItems(ctx.tx, id, rows);
    }
    if (count === 0)
      throw new Refusal('conflict', 'The list is empty by now.', {
        next: 'Open it again to see how it stands.',
      });
    return { result: { id, count, one: list.kind.one, first }, changes: [] };
  },
});
