import { z } from 'zod';
import type { Chart } from '../../../charts/model.ts';
import { mutation } from '../../../core/runtime/operation.ts';
import { noteUnshown, type Shown } from '../../charts/index.ts';
import { findDigest } from '../digest/store.ts';
import { composeDigests } from '../permissions.ts';
import { messagesOf } from './settle.ts';
import { changePost, holdEdition } from './store.ts';

/**
 * Slack refused what the message is made of: a chart of its own that this workspace does not have, or a file that is gone. It is
 * posted anew without its picture. False: it has none, so something else was refused.
 */
export const changeRefused = mutation({
  name: 'digests.refused',
  permission: composeDigests,
  input: z.object({ edition: z.uuid(), post: z.int() }),
  async run(ctx, { edition: id, post }) {
    const edition = await holdEdition(ctx.tx, id);
    const digest = edition && (await findDigest(ctx.tx, edition.digestId));
    // Another sender was told the same before.
    if (!edition?.content || !digest || edition.posts !== post) return { result: true, changes: [] };
    const { chart } = edition.content;
    const shown = chart?.shown as Shown | undefined;
    if (!chart || !shown || shown.as === 'words') return { result: false, changes: [] };
    await noteUnshown.call(ctx, { chart: chart.chart as Chart, shown });
    await changePost(ctx.tx, id, { ...edition.content, chart: null });
    return {
      result: true,
      changes: [
        {
          subject: { kind: 'digest edition', id },
          before: { chart: shown.as },
          after: { chart: null },
        },
      ],
      notifications: messagesOf({ ...edition, posts: post + 1 }, digest, false),
    };
  },
});
