import { z } from 'zod';
import { teamReaderOf } from '../../../cases/reader.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { dayMoment } from '../../../core/time/day-moment.ts';
import { issuesAbout, raiseIssue } from '../../issues/index.ts';
import { findingOf } from '../card/finding.ts';
import { readShipments } from '../permissions.ts';
import { demandShipment } from '../shipment/look-up.ts';
import { readShipment } from '../shipment/read.ts';
import { customerText } from './customer-words.ts';
import { lockRaising } from './lock-store.ts';
import { matterOfTelling, mattersOfTelling, type ServiceAsked } from './model.ts';

/**
 * Asks customer service to tell the customer how a shipment stands, by one issue with the words to send. While it is open,
 * asking again finds it.
 */
export const tellService = mutation({
  name: 'shipments.tell-service',
  permission: readShipments,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }): Promise<{ result: ServiceAsked; changes: never[] }> {
    await lockRaising(ctx.tx);
    const [known] = (await issuesAbout(ctx.tx, { what: 'shipment', refs: [id] }, mattersOfTelling)).values();
    // A list that it was in was asked for as a whole.
    if (known?.isOpen && known.matter !== matterOfTelling(id)) {
      const { by, at, ...issue } = known;
      return {
        result: { id, issue: { id: issue.id, number: issue.number }, by, at, isNew: false },
        changes: [],
      };
    }
    const shipment = demandShipment(await readShipment({ ...ctx, scope: ctx.tx }, id));
    const reader = { ...teamReaderOf(ctx), lasting: true } as const;
    const { text } = findingOf(shipment, reader);
    const asOf = dayMoment(ctx.now, reader);
    const link = (what: string, ref: string, label: string) => ({ what, ref, label, url: null });
    const [order] = shipment.orders;
    const { issue, raised } = await raiseIssue.call(ctx, {
      title: `Tell the customer${order ? ` of order ${order.number}` : ''} how shipment ${shipment.tracking} stands`,
      // The words to send come first: a long finding must not push them off the card.
      details: `To send, as of ${asOf}:\n${customerText(shipment, ctx.now)}\nHow it stands: ${text}. “Text for the customer” on the shipment's card has the words of later.`,
      kind: 'customer',
      severity: 'normal',
      department: 'customer service',
      links: [
        link('shipment', id, `Shipment ${shipment.tracking}`),
        ...shipment.orders.slice(0, 3).map((one) => link('order', one.id, `Order ${one.number}`)),
      ],
      source: 'shipments',
      matter: matterOfTelling(id),
    });
    if (!issue) throw new Refusal('conflict', 'That issue is no longer here.');
    const asked = { by: issue.reporter?.name ?? null, at: issue.createdAt, isNew: raised };
    return { result: { id, issue: { id: issue.id, number: issue.number }, ...asked }, changes: [] };
  },
});
