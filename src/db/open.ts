import { hostname } from 'node:os';
import type pg from 'pg';
import type { Ids } from '../core/runtime/ids.ts';
import { ConfigError } from '../core/runtime/refusal.ts';
import { connectDatabase, type DatabaseConnection } from './client.ts';
import { type OwnerKind, openEmbedded } from './embedded.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { keyFaults } from './secrets/check.ts';
import type { SecretsKey } from './secrets/keys.ts';
import { demandSessions } from './start/pooler.ts';
import { onceReached, settingsFault, type Waiting } from './start/wait.ts';
import { keepOutages } from './trouble/outages.ts';
import { troubleOf } from './trouble/trouble.ts';

export interface OpenOptions extends Waiting {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly poolSize: number;
  readonly secretKeys?: readonly SecretsKey[];
  readonly kind: OwnerKind;
  readonly ids: Ids;
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
  const opened = options.databaseUrl
    ? await openPostgres(options.databaseUrl, options)
    : await openEmbeddedDatabase(options);
  if (options.kind !== 'server') return opened;
  try {
    const faults = await keyFaults(opened.prisma, options.secretKeys ?? []);
    if (faults.length > 0) throw new ConfigError(faults);
    return opened;
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function openPostgres(url: string, options: OpenOptions): Promise<OpenDatabase> {
  const { kind, poolSize, secretKeys = [], clock, log } = options;
  const connection = { connectionString: url, fallback_application_name: applicationName() };
  const apply = async () => {
    await demandSessions(connection);
    return await migrate(connection, migrationsFolder, options);
  };
  // The bot waits for its database; a command fails at once with the reason.
  const applied = kind === 'server' ? await onceReached(options, apply) : await atOnce(apply);
  if (applied.length > 0) log.info({ migrations: applied }, 'migrations were applied');
  const outages = keepOutages(clock, log);
  // Commands must answer within Slack's 3 seconds; imports and seeds take as long as they need.
  const statementTimeout = kind === 'server' ? 2_000 : 0;
  const both = { connection, prepares: true, secretKeys, outages, log };
  const answers = connectDatabase({ ...both, poolSize, statementTimeout });
  const background = connectDatabase({ ...both, poolSize: 3, statementTimeout: 0 });
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

/** Our name in pg_stat_activity, unless DATABASE_URL sets another; PostgreSQL keeps 63 characters. */
function applicationName(): string {
  return `quartermaster ${hostname()} ${process.pid}`.slice(0, 63);
}

async function openEmbeddedDatabase(options: OpenOptions): Promise<OpenDatabase> {
  const { dataDir, kind, clock, log } = options;
  const embedded = await openEmbedded(dataDir, kind, (line) => log.info(line));
  const connection = { host: embedded.socketDir, user: 'postgres', database: 'postgres' };
  try {
    if (embedded.owned) await migrate(connection, migrationsFolder, options);
    // It serves one query at a time: more connections would only queue inside it.
    const outages = keepOutages(clock, log);
    const { secretKeys = [] } = options;
    const sized = { poolSize: 4, statementTimeout: 0 };
    const database = connectDatabase({ connection, ...sized, secretKeys, outages, log });
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

async function atOnce<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const fault = settingsFault(error);
    if (fault) throw new ConfigError([fault]);
    if (!troubleOf(error)) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError([`DATABASE_URL does not lead to a database: ${message || code}.`]);
  }
}
