import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { factsMoved } from '../counting/facts.ts';
import { lineSaid } from '../line/model.ts';
import { lineKey } from '../line/rules.ts';
import { tellPurchasesPermission } from '../permissions.ts';
import { linkOnceKnown } from './link-work.ts';
import { changeOf, tell } from './tell.ts';

/**
 * Tells what a source says of lines of purchase orders. An older statement changes nothing, and neither does the same one
 * again; of several about one line the last told counts. Answers what became of each line.
 */
export const tellPurchaseLines = mutation({
  name: 'purchases.tell',
  permission: tellPurchasesPermission,
  input: z.object({ statements: z.array(lineSaid) }),
  async run(ctx, { statements }) {
    const last = new Map(statements.map((said) => [`${said.source}\n${lineKey(said)}`, said]));
    const plans = await tell(ctx, [...last.values()]);
    return {
      result: plans.map(({ outcome, after }) => ({ id: after.id, outcome })),
      changes: plans.flatMap(({ outcome, before, after }) =>
        outcome === 'added' || outcome === 'changed' ? [changeOf(before, after)] : [],
      ),
      facts: factsMoved(plans.filter(({ outcome }) => outcome === 'added' || outcome === 'changed')),
      work: linkOnceKnown(plans, ctx.now),
    };
  },
});
