import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { privately, showing } from '../../../core/tokens/reply.ts';
import { exceptionsAction } from '../parcels/actions.ts';
import { readShipments } from '../permissions.ts';
import { demandWordless } from '../wordless.ts';
import { getExceptions } from './read.ts';
import { exceptionsMessage } from './views.ts';

export const exceptionVerb: Verb = {
  command: 'shipment',
  name: 'exceptions',
  usage: '',
  summary: 'parcels with which something is wrong, why and what to do, the most value first',
  examples: ['/shipment exceptions'],
  permission: readShipments,
  takes: 'words or nothing',
  async answer(ctx, words) {
    demandWordless(words, 'exceptions', 'shows all that is wrong, by what and why');
    return privately(exceptionsMessage(await getExceptions.call(ctx, {}), readerOf(ctx)));
  },
};

export const exceptionClicks = [
  answers(exceptionsAction, async (ctx) =>
    showing(exceptionsMessage(await getExceptions.call(ctx, {}), readerOf(ctx))),
  ),
];
