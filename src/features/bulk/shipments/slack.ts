import { answers } from '../../../core/declare/click.ts';
import type { BulkHandler } from '../../../core/declare/lists/bulk.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { startBulk } from '../start.ts';
import { startedMessage } from '../views.ts';
import { tellServicesAction } from './actions.ts';
import { telling, tellServices } from './acts.ts';

/** What can be done with all shipments of a list. */
export const shipmentBulks: readonly BulkHandler[] = [
  { ...telling, label: 'Tell customer service', press: tellServicesAction },
];

export const shipmentClicks = [
  answers(tellServicesAction, async (ctx, { selection }) =>
    privately(startedMessage(await startBulk.call(ctx, { selection, ...tellServices.with({}) }))),
  ),
];
