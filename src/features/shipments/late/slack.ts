import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { privately, showing } from '../../../core/tokens/reply.ts';
import { fileAsked } from '../../../ui/paged-list.ts';
import { askForExport } from '../../exports/index.ts';
import { exportAction, lateAction, listAction } from '../parcels/actions.ts';
import { listPage } from '../parcels/list.ts';
import { parcelList } from '../parcels/list-views.ts';
import { listExport } from '../parcels/model.ts';
import { raiseManyPermission, readShipments } from '../permissions.ts';
import { getLate, wayMeant } from './read.ts';
import { lateMessage } from './views.ts';

export const lateVerb: Verb = {
  command: 'shipment',
  name: 'late',
  usage: '[<carrier, lane or country, or a carrier and one of them>]',
  summary: 'parcels that are late or going to be, by carrier, lane and service, the most value first',
  examples: [
    '/shipment late',
    '/shipment late DHL',
    '/shipment late HAM → DE 10',
    '/shipment late Germany DHL',
  ],
  permission: readShipments,
  takes: 'words or nothing',
  async answer(ctx, { text }) {
    const of = await wayMeant.call(ctx, { text });
    return privately(lateMessage(await getLate.call(ctx, { of }), readerOf(ctx)));
  },
};

export const lateClicks = [
  answers(lateAction, async (ctx, { of }) =>
    showing(lateMessage(await getLate.call(ctx, { of }), readerOf(ctx))),
  ),
  answers(listAction, async (ctx, filter) =>
    showing(
      parcelList(await listPage.call(ctx, filter), readerOf(ctx), holds(ctx.actor, raiseManyPermission)),
    ),
  ),
  answers(exportAction, async (ctx, filter) =>
    privately(fileAsked(await askForExport.call(ctx, listExport.of(filter)))),
  ),
];
