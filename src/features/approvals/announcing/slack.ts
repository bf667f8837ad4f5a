import { lastingReaderOf } from '../../../cases/reader.ts';
import { draws } from '../../../core/declare/drawing.ts';
import { listPolicies } from '../policy/get.ts';
import { policyTold } from './notifications.ts';
import { policyToldMessage } from './views.ts';

export const announcementDrawings = [
  draws(policyTold, async (ctx, { facts: { version } }) =>
    policyToldMessage(await listPolicies.call(ctx, { before: version + 1 }), version, lastingReaderOf(ctx)),
  ),
];
