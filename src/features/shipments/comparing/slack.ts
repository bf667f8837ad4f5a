import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { privately, showing } from '../../../core/tokens/reply.ts';
import { readShipments } from '../permissions.ts';
import { demandWordless } from '../wordless.ts';
import { compareAction } from './actions.ts';
import { compareCarriers } from './read.ts';
import { comparisonMessage } from './views.ts';

export const compareVerb: Verb = {
  command: 'shipment',
  name: 'carriers',
  usage: '',
  summary: 'how carriers did in the last 28 days: late by their own fault, days on the way, exceptions',
  examples: ['/shipment carriers'],
  permission: readShipments,
  takes: 'words or nothing',
  async answer(ctx, words) {
    demandWordless(words, 'carriers', 'compares all carriers');
    return privately(comparisonMessage(await compareCarriers.call(ctx, { of: null }), readerOf(ctx)));
  },
};

export const compareClicks = [
  answers(compareAction, async (ctx, { of }) =>
    showing(comparisonMessage(await compareCarriers.call(ctx, { of }), readerOf(ctx))),
  ),
];
