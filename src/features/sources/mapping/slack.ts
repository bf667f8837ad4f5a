import { readerOf } from '../../../cases/reader.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { holds } from '../../../core/runtime/actor.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { mapCodes } from '../../shipments/index.ts';
import { getMapping, mapWords } from './map.ts';
import { codesMessage, mappedMessage } from './views.ts';

export const mapVerb: Verb = {
  command: 'ops',
  name: 'map',
  usage: '[<source> <code> <status>]',
  summary: 'codes of carriers that nobody here knows, and what they mean',
  examples: ['/ops map', '/ops map EasyPost delivered_to_drone delivered'],
  // Leads may read the list; it is offered to whoever can do something about it.
  permission: mapCodes,
  takes: 'words or nothing',
  async answer(ctx, { list: words }) {
    if (words.length > 0) return privately(mappedMessage(await mapWords(ctx, words)));
    return privately(codesMessage(await getMapping(ctx), holds(ctx.actor, mapCodes), readerOf(ctx)));
  },
};
