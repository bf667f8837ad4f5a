import { teamReaderOf } from '../../../cases/reader.ts';
import { after } from '../../../core/declare/follow.ts';
import { asSystem } from '../../../core/runtime/system.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import { issuesAbout, resolveMatter } from '../../issues/index.ts';
import { tellShipments } from '../keeping/tell-shipments.ts';
import { readDelivered } from './delivered-store.ts';
import { matterOfTelling, mattersOfTelling } from './model.ts';

/**
 * What customer service was asked to tell is settled once the customer has the parcel: an issue that nobody took is done, and
 * whoever took it is asked. That of a whole list stays: its other parcels may be on their way.
 */
export const followDelivered = after(tellShipments, {
  name: 'shipments.follow-delivered',
  async follow(ctx, { changed }) {
    const about = await issuesAbout(ctx.tx, { what: 'shipment', refs: changed }, mattersOfTelling);
    const asked = changed.filter((id) => {
      const issue = about.get(id);
      return issue?.isOpen && issue.matter === matterOfTelling(id);
    });
    for (const { id, tracking, deliveredAt } of await readDelivered(ctx.tx, asked)) {
      const when = dayMoment(deliveredAt, { ...teamReaderOf(ctx), lasting: true });
      await resolveMatter.call(asSystem(ctx, 'shipments'), {
        matter: matterOfTelling(id),
        taken: 'ask',
        code: 'fixed',
        note: `Shipment ${tracking} was delivered ${when}.`,
      });
    }
    return { changes: [] };
  },
});
