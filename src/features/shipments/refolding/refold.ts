import { z } from 'zod';
import { mutation } from '../../../core/runtime/operation.ts';
import { effectsOf } from '../keeping/effects.ts';
import { refold } from '../keeping/tell.ts';
import { refoldShipmentsPermission } from '../permissions.ts';
import { shipmentWatch } from '../watching/shipment-watch.ts';
import { unfoldedSeries } from './store.ts';

const atOnce = 500;

/**
 * Folds the next open shipments again that an earlier release has folded. A step of a walk over them, which ends with null.
 * Run by the system.
 */
export const refoldShipments = mutation({
  name: 'shipments.refold',
  permission: refoldShipmentsPermission,
  input: z.object({ after: z.object({ foldVersion: z.int(), seriesId: z.uuid() }).nullable() }),
  timeout: 60_000,
  async run(ctx, { after }) {
    const found = await unfoldedSeries(ctx.tx, after, atOnce);
    const last = found.length === atOnce ? (found.at(-1) ?? null) : null;
    const series = [...new Set(found.map(({ seriesId }) => seriesId))];
    if (series.length === 0) return { result: last, changes: [] };
    const told = await refold(ctx, series);
    const { work, facts } = effectsOf(told);
    const subject = { kind: 'workspace', id: ctx.workspace.id };
    return {
      result: last,
      changes: [{ subject, before: null, after: { folded: series.length } }],
      // What carriers scanned before orders learned of it, they learn now.
      work,
      facts,
      notifications: await shipmentWatch.follow(
        ctx,
        told.changed.map(({ after: row }) => row.id),
      ),
    };
  },
});
