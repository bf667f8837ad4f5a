import { type Config, loadConfig } from './config.ts';
import { systemClock } from './core/runtime/clock.ts';
import type { Context } from './core/runtime/context.ts';
import type { Trouble } from './core/runtime/database.ts';
import { randomIds } from './core/runtime/ids.ts';
import { ConfigError, Refusal } from './core/runtime/refusal.ts';
import { type OpenDatabase, openDatabase } from './db/open.ts';
import { troubleOf } from './db/trouble/trouble.ts';
import { workspaceOfConsole } from './db/workspace.ts';
import { createEngine } from './engine.ts';
import { createLog } from './log.ts';

/** `npm run <command> -- --help`: help is no mistake. */
export function asksForHelp(argv: readonly string[] = process.argv.slice(2)): boolean {
  return argv.some((word) => word === '--help' || word === '-h');
}

export interface Console {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly ctx: Context;
}

/**
 * Runs a command as the console's admin, for somebody with a shell on the machine. A `Refusal` ends with code 1, a
 * wrong setting with code 2; any other error is our fault and shows its stack.
 */
export async function onConsole(
  options: {
    readonly workspace: string | null;
    readonly fresh?: { name: string; timeZone: string; currency: string };
  },
  work: (console: Console) => Promise<number>,
): Promise<void> {
  let isEmbedded = false;
  try {
    const config = loadConfig('database');
    isEmbedded = config.databaseUrl === null;
    const log = createLog(config.logLevel === 'info' ? 'warn' : config.logLevel);
    const tools = { clock: systemClock, ids: randomIds, log };
    const database = await openDatabase({ ...config, ...tools, kind: 'command' });
    try {
      process.exitCode = await work({ config, database, ctx: await contextOf(config, database, options) });
    } finally {
      await database.close();
    }
  } catch (error) {
    process.exitCode = error instanceof ConfigError ? 2 : 1;
    const trouble = troubleOf(error);
    if (error instanceof ConfigError) console.error(error.problems.join('\n'));
    else if (error instanceof Refusal) console.error([error.message, error.next].filter(Boolean).join(' '));
    else if (trouble) console.error(sentenceOf(trouble, isEmbedded));
    else console.error(error);
  }
}

function sentenceOf(trouble: Trouble, isEmbedded: boolean): string {
  const again = 'What was stored before is kept, and an import leaves rows alone that are loaded.';
  switch (trouble) {
    case 'unreachable':
      return isEmbedded
        ? `The process that held the database has ended. Run the command again, it opens the data itself. ${again}`
        : `The database stopped answering. Run the command again when it is back. ${again}`;
    case 'full':
      return `The database has no room left. Make some, then run the command again. ${again}`;
    case 'read-only':
      return `The database takes no changes, as a standby does. Run the command against the one that does. ${again}`;
    case 'busy':
      return `The database was too busy. Run the command again in a while. ${again}`;
  }
}

async function contextOf(
  config: Config,
  db: OpenDatabase,
  options: {
    readonly workspace: string | null;
    readonly fresh?: { name: string; timeZone: string; currency: string };
  },
): Promise<Context> {
  const now = systemClock.now();
  const workspace = await workspaceOfConsole(db.prisma, options.workspace, {
    id: randomIds.uuid(now),
    name: 'Your shop',
    timeZone: config.timeZone,
    currency: config.currency,
    createdAt: now,
    ...options.fresh,
  });
  if (!workspace) {
    throw new ConfigError([
      options.workspace === null
        ? 'There are several workspaces: choose one with --workspace <name or Slack team id>.'
        : `There is no workspace "${options.workspace}", or more than one of that name.`,
    ]);
  }
  const log = createLog('warn');
  return {
    workspace,
    actor: {
      kind: 'console',
      id: 'console',
      name: 'the console',
      roles: ['admin'],
      timeZone: workspace.timeZone,
    },
    now,
    ids: randomIds,
    log,
    // Whoever is named as the actor, the audit log shows that it was done from here.
    correlationId: `console ${randomIds.reference()}`,
    delivery: null,
    channel: null,
    engine: createEngine(db, systemClock),
  };
}
