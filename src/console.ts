import type { Config } from './config.ts';
import { systemClock } from './core/clock.ts';
import type { Actor, Workspace } from './core/context.ts';
import { randomIds } from './core/ids.ts';
import type { Log } from './core/log.ts';
import type { Role } from './core/permission.ts';
import { ConfigError } from './core/refusal.ts';
import { type OpenDatabase, openDatabase } from './db/open.ts';
import { workspaceOfConsole } from './db/workspace.ts';

export interface ConsoleSession {
  readonly db: OpenDatabase;
  readonly workspace: Workspace;
}

/** Opens the database for a command that ends by itself. It may run beside the bot on the same data. */
export async function openConsole(
  config: Config,
  log: Log,
  workspaceName: string | null,
): Promise<ConsoleSession> {
  const db = await openDatabase({ ...config, kind: 'command', clock: systemClock, ids: randomIds, log });
  try {
    const now = systemClock.now();
    const workspace = await workspaceOfConsole(db.prisma, workspaceName, {
      id: randomIds.uuid(now),
      name: 'My shop',
      timeZone: config.timeZone,
      currency: config.currency,
      createdAt: now,
    });
    if (workspace) return { db, workspace };
    throw new ConfigError([
      workspaceName
        ? `There is no workspace called ${workspaceName}.`
        : 'There are several workspaces: pick one with --workspace <name or team id>.',
    ]);
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Somebody with a shell on the machine. */
export function consoleActor(workspace: Workspace, role: Role): Actor {
  return { kind: 'console', id: 'console', name: 'the console', roles: [role], timeZone: workspace.timeZone };
}
