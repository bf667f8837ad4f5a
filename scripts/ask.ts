// npm run ask -- "/stock MUG-01" [--as <member>] [--json] [--workspace <name>]
// Runs a command through the bot's own dispatch, without Slack, and prints the reply.

import { onConsole } from '../src/console.ts';
import type { Actor } from '../src/core/runtime/actor.ts';
import { systemClock } from '../src/core/runtime/clock.ts';
import type { Context } from '../src/core/runtime/context.ts';
import { ConfigError } from '../src/core/runtime/refusal.ts';
import { systemActor } from '../src/core/runtime/system.ts';
import { isRole } from '../src/core/tokens/permission.ts';
import { findPeople } from '../src/features/index.ts';
import { withoutPrefix } from '../src/slack/app/prefix.ts';
import { runCommand } from '../src/slack/inbound/dispatch.ts';
import { asPlainText } from '../src/ui/plain.ts';
import { readCommandLine, refuse } from './command-line.ts';

const usage = 'npm run ask -- "/stock MUG-01" [--as <member>] [--json] [--workspace <name>]';

/** Without --as the console itself asks. It may only look: a change needs a person who answers for it. */
async function whoAsks(ctx: Context, as: string | undefined): Promise<Actor> {
  if (as === undefined) {
    return {
      kind: 'console',
      id: 'console',
      name: 'the console',
      roles: ['viewer'],
      timeZone: ctx.workspace.timeZone,
    };
  }
  const system = { ...ctx, actor: systemActor(ctx.workspace, 'ask') };
  const [member, ...others] = await findPeople.call(system, { text: as.replace(/^@/, '') });
  if (!member) throw new ConfigError([`I don’t know anybody called "${as}".`]);
  if (others.some((other) => other.personId !== member.personId)) {
    throw new ConfigError([`Several people match "${as}": use the Slack user id.`]);
  }
  return {
    kind: 'person',
    id: member.personId,
    name: member.name,
    slackUserId: member.slackUserId,
    slackAdmin: member.slackAdmin,
    roles: member.active ? member.roles.filter(isRole) : [],
    departments: member.departments,
    timeZone: member.timeZone,
  };
}

const { values, positionals } = readCommandLine(usage, {
  allowPositionals: true,
  options: { as: { type: 'string' }, json: { type: 'boolean' }, workspace: { type: 'string' } },
});
const { as, json, workspace } = values;
const command = positionals.join(' ').trim().replace(/^\//, '');
if (command === '') refuse('Name a command.', usage);

await onConsole({ workspace: workspace ?? null }, async ({ config, ctx }) => {
  const { engine, ids, log } = ctx;
  const ground = { engine, ids, log, clock: systemClock, commandPrefix: config.commandPrefix };
  const origin = { workspace: ctx.workspace, correlationId: ctx.correlationId, delivery: null };
  const [name = '', ...words] = command.split(' ');
  const asker = await whoAsks(ctx, as);
  const { reply, refused } = await runCommand(
    ground,
    origin,
    asker,
    withoutPrefix(name.toLowerCase(), config.commandPrefix),
    words.join(' '),
  );
  console.log(json ? JSON.stringify(reply.message, null, 2) : asPlainText(reply.message));
  return refused ? 1 : 0;
});
