import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import type { Clock } from '../core/runtime/clock.ts';
import type { Ids } from '../core/runtime/ids.ts';
import type { Log } from '../core/runtime/log.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { connectDatabase, type DatabaseConnection } from './client.ts';
import { type OwnerKind, openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';

/** Beside the code in development, beside `dist` after a build. */
const migrationsFolder = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));

export interface OpenOptions {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly poolSize: number;
  readonly kind: OwnerKind;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
}

export interface OpenDatabase extends DatabaseConnection {
  readonly engine: 'PostgreSQL' | 'embedded';
  /** For background work, which must not use the connections that people wait for. */
  readonly background: DatabaseConnection;
  /** For tools that need their own connection. */
  readonly connection: pg.ClientConfig;
}

/** Opens PostgreSQL or the embedded database and applies missing migrations. */
export async function openDatabase(options: OpenOptions): Promise<OpenDatabase> {
  return options.databaseUrl
    ? await openPostgres(options.databaseUrl, options)
    : await openEmbeddedDatabase(options);
}

async function openPostgres(
  url: string,
  { kind, poolSize, clock, ids, log }: OpenOptions,
): Promise<OpenDatabase> {
  const connection = { connectionString: url };
  try {
    const applied = await migrate(connection, migrationsFolder, { clock, ids });
    if (applied.length > 0) log.info({ migrations: applied }, 'migrations were applied');
  } catch (error) {
    throw unreachable(error) ?? error;
  }
  // Commands must answer within Slack's 3 seconds; imports and seeds take as long as they need.
  const statementTimeout = kind === 'server' ? 2_000 : 0;
  const answers = connectDatabase({ connection, poolSize, statementTimeout, prepares: true, log });
  const background = connectDatabase({ connection, poolSize: 3, statementTimeout: 0, prepares: true, log });
  return {
    ...answers,
    background,
    engine: 'PostgreSQL',
    connection,
    async close() {
      await background.close();
      await answers.close();
    },
  };
}

async function openEmbeddedDatabase({ dataDir, kind, clock, ids, log }: OpenOptions): Promise<OpenDatabase> {
  const embedded = await openEmbedded(dataDir, kind, (line) => log.info(line));
  const connection = { host: embedded.socketDir, user: 'postgres', database: 'postgres' };
  try {
    if (embedded.owned) await migrate(connection, migrationsFolder, { clock, ids });
    // It serves one query at a time: more connections would only queue inside it.
    const database = connectDatabase({ connection, poolSize: 4, statementTimeout: 0, log });
    return {
      ...database,
      background: database,
      engine: 'embedded',
      connection,
      async close() {
        await database.close();
        await embedded.stop();
      },
    };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

function unreachable(error: unknown): ConfigError | null {
  const { code, message } = error as NodeJS.ErrnoException;
  // Network errors, or PostgreSQL's class 28 (not authorised) and 3D000 (no such database).
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === '3D000' || code?.startsWith('28')) {
    return new ConfigError([`DATABASE_URL does not lead to a database: ${message || code}.`]);
  }
  return null;
}
