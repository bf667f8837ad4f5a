import { lastingReaderOf, readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { draws } from '../../../core/declare/drawing.ts';
import { privately } from '../../../core/tokens/reply.ts';
import { getPolicy, listPolicies } from '../policy/get.ts';
import { historyMessage } from '../policy/history-views.ts';
import { policyMessage } from '../policy/views.ts';
import { readPolicy } from './actions.ts';
import { policyTold } from './notifications.ts';
import { policyToldMessage } from './views.ts';

export const announcementDrawings = [
  draws(policyTold, async (ctx, { facts: { version } }) =>
    policyToldMessage(await listPolicies.call(ctx, { before: version + 1 }), version, lastingReaderOf(ctx)),
  ),
];

export const announcementClicks = [
  answers(readPolicy, async (ctx, { what }) =>
    privately(
      what === 'rules'
        ? policyMessage(await getPolicy.call(ctx, {}), 0, readerOf(ctx))
        : historyMessage(await listPolicies.call(ctx, { before: null }), readerOf(ctx)),
    ),
  ),
];
