// npm run secrets:rotate: seals every secret under the first key of SECRET_KEYS, in small batches.

import { onConsole } from '../src/console.ts';
import { systemClock } from '../src/core/runtime/clock.ts';
import { ConfigError } from '../src/core/runtime/refusal.ts';
import { fromTheFirst, rotateBatch } from '../src/db/secrets/rotate.ts';
import { readCommandLine } from './command-line.ts';

const usage = `npm run secrets:rotate [-- --workspace <name or Slack team id>]

Put the new key first in SECRET_KEYS, keep the old ones behind it, start the bot again, then run this.
It may be stopped and run again. Afterwards the old keys can go.`;

const { values } = readCommandLine(usage, { options: { workspace: { type: 'string' } } });

await onConsole({ workspace: values.workspace ?? null }, async ({ config, ctx }) => {
  const [first, ...others] = config.secretKeys;
  if (!first) throw new ConfigError(['SECRET_KEYS is missing: it names the key to seal with.']);
  const { database } = ctx.engine;
  let resealed = 0;
  const unopened: string[] = [];
  for (let after: string | null = fromTheFirst; after !== null; ) {
    const from: string = after;
    const batch = await database.transaction(ctx.workspace.id, async (tx) => {
      const now = systemClock.now();
      const done = await rotateBatch(tx, [first, ...others], from, now);
      if (done.resealed > 0)
        await database.audit(tx, [
          {
            id: ctx.ids.uuid(now),
            recordedAt: now,
            actor: ctx.actor,
            operation: 'secrets.rotate',
            subject: { kind: 'secrets-key', id: first.id },
            before: null,
            after: { resealed: done.resealed },
            correlationId: ctx.correlationId,
          },
        ]);
      return done;
    });
    resealed += batch.resealed;
    unopened.push(...batch.unopened);
    after = batch.next;
  }
  console.log(`${ctx.workspace.name}: ${resealed} sealed anew under ${first.id}.`);
  const closed = [...new Set(unopened)];
  if (closed.length > 0)
    console.error(`${unopened.length} did not open: SECRET_KEYS lacks the right ${closed.join(', ')}.`);
  return closed.length > 0 ? 1 : 0;
});
