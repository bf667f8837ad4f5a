import { systemActor } from '../../core/runtime/system.ts';
import { inUnit } from '../../core/runtime/unit.ts';
import type { Message } from '../../core/tokens/reply.ts';
import { greet, say } from '../../features/index.ts';
import { context, message, section } from '../../ui/blocks.ts';
import { mrkdwn } from '../../ui/text.ts';
import { resolveActor } from '../app/actor.ts';
import { contextOf } from '../app/request.ts';
import { originOf, type Parts } from '../app/services.ts';

/** Greets somebody who opens our direct messages for the first time, once. */
export async function greetOnce(parts: Parts, slackUserId: string): Promise<void> {
  const { ground, workspace, directory } = parts;
  const origin = originOf(parts, null);
  const actor = await resolveActor(ground, origin, slackUserId, directory);
  const ctx = contextOf(ground, origin, systemActor(workspace, 'the front door'));
  await inUnit(ctx, {}, async (unit) => {
    if (!(await greet.call(unit, { slackUserId }))) return;
    const message = greeting(actor.name);
    await say.call(unit, {
      about: `greeting ${slackUserId}`,
      place: slackUserId,
      asker: slackUserId,
      message,
    });
  });
}

export function greeting(name: string): Message {
  const hello = mrkdwn`Hello ${name}. I look things up for the shop and keep its operations moving.`;
  return message(mrkdwn`${hello} Write stock and a SKU here, or help.`, [
    section(hello),
    section(
      mrkdwn`Write here without the slash:\n\`stock MUG-01\` how much there is, and where\n\`ops help\` everything you can ask`,
    ),
    context(mrkdwn`In channels use the slash commands, or mention me.`),
  ]);
}
