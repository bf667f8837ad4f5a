// npm run ask -- "/stock MUG-01" [--as <member>] [--json] [--workspace <name>]
// Runs a command through the bot's own dispatch, without Slack, and prints the reply.
import { parseArgs } from 'node:util';
import { loadConfig } from '../src/config.ts';
import { consoleActor, openConsole } from '../src/console.ts';
import { systemClock } from '../src/core/clock.ts';
import type { Actor, Workspace } from '../src/core/context.ts';
import { randomIds } from '../src/core/ids.ts';
import { isRole } from '../src/core/permission.ts';
import { ConfigError } from '../src/core/refusal.ts';
import { createEngine } from '../src/engine.ts';
import { findPeople } from '../src/features/index.ts';
import { createLog } from '../src/log.ts';
import { runCommand } from '../src/slack/dispatch.ts';
import { contextOf, type Ground, type Origin, systemActor } from '../src/slack/request.ts';
import { asPlainText } from '../src/ui/plain.ts';

const usage = 'npm run ask -- "/stock MUG-01" [--as <member>] [--json] [--workspace <name>]';

/** Without --as it is the console that asks, which may only look: a change needs somebody who answers for it. */
async function whoAsks(
  ground: Ground,
  origin: Origin,
  workspace: Workspace,
  as: string | undefined,
): Promise<Actor> {
  if (as === undefined) return consoleActor(workspace, 'viewer');
  const ctx = contextOf(ground, origin, systemActor(workspace, 'ask'));
  const [member, ...others] = await findPeople.call(ctx, { text: as.replace(/^@/, '') });
  if (!member || others.some((other) => other.personId !== member.personId)) {
    throw new ConfigError([
      member ? `Several people fit "${as}": use the Slack user id.` : `I know nobody called "${as}".`,
    ]);
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

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { as: { type: 'string' }, json: { type: 'boolean' }, workspace: { type: 'string' } },
  });
  const line = positionals.join(' ').trim().replace(/^\//, '');
  if (line === '') throw new ConfigError([usage]);
  const config = loadConfig('database');
  const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
  const { db, workspace } = await openConsole(config, log, values.workspace ?? null);
  try {
    const ground: Ground = {
      engine: createEngine(db, systemClock),
      clock: systemClock,
      ids: randomIds,
      log,
      commandPrefix: config.commandPrefix,
    };
    const origin: Origin = { workspace, correlationId: randomIds.uuid(systemClock.now()), delivery: null };
    const actor = await whoAsks(ground, origin, workspace, values.as);
    const [name = '', ...words] = line.split(' ');
    const { reply, refused } = await runCommand(
      ground,
      origin,
      actor,
      name.slice(config.commandPrefix.length),
      words.join(' '),
    );
    console.log(values.json ? JSON.stringify(reply.message, null, 2) : asPlainText(reply.message));
    return refused ? 1 : 0;
  } finally {
    await db.close();
  }
}

process.exitCode = await main().catch((error) => {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.problems.join('\n'));
  return 2;
});
