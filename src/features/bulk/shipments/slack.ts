import { answers } from '../../../core/declare/click.ts';
import type { BulkHandler } from '../../../core/declare/lists/bulk.ts';
import { starting } from '../start-slack.ts';
import { raiseOneAction, tellServicesAction } from './actions.ts';
import { raiseOne, raising, telling, tellServices } from './acts.ts';

/** What can be done with all shipments of a list. */
export const shipmentBulks: readonly BulkHandler[] = [
  { ...raising, label: 'Raise one issue', press: raiseOneAction },
  { ...telling, label: 'Tell customer service', press: tellServicesAction },
];

export const shipmentClicks = [
  answers(raiseOneAction, async (ctx, { selection }) => await starting(ctx, selection, raiseOne.with({}))),
  answers(
    tellServicesAction,
    async (ctx, { selection }) => await starting(ctx, selection, tellServices.with({})),
  ),
];
