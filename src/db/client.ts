import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { AuditEntry, Database, Scope } from '../core/database.ts';
import type { Log } from '../core/log.ts';
import { Prisma, PrismaClient } from './generated/client.ts';
import { makeScope, makeTx, writes } from './scope.ts';

export interface DatabaseConnection {
  readonly database: Database;
  /** For code that belongs to no workspace: finding the workspace itself. */
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly connection: pg.ClientConfig;
  readonly poolSize: number;
  /** Milliseconds; 0 for none. The embedded database ignores it. */
  readonly statementTimeout: number;
  /**
   * Whether the server keeps the plans of statements marked `/* prepared: <name> *\/`. Not on the embedded
   * database: its connections share one session, and so the names.
   */
  readonly prepares?: boolean;
  readonly log: Log;
}

/** Opens a pool and the one Prisma client over it. */
export function connectDatabase({
  connection,
  poolSize,
  statementTimeout,
  prepares = false,
  log,
}: ConnectionOptions): DatabaseConnection {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    options: `-c timezone=UTC -c statement_timeout=${statementTimeout}`,
    connectionTimeoutMillis: 10_000,
    // How alike two words must be to count as a misspelling of each other; the default of 0.6 misses common typos.
    onConnect: async (client) => {
      await client.query('SET pg_trgm.word_similarity_threshold = 0.45');
    },
  });
  // An idle connection that breaks (a restarted server) is replaced at the next query.
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection broke'));
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, prepares ? { statementNameGenerator: ({ sql }) => preparedName(sql) } : {}),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  const scopes = new Map<string, Scope>();
  const database: Database = {
    scope(workspaceId) {
      // One for all requests of a workspace: look-ups that come together are recognised by it.
      const known = scopes.get(workspaceId) ?? makeScope(workspaceId, prisma);
      scopes.set(workspaceId, known);
      return known;
    },
    transaction: async (workspaceId, work, options = {}) =>
      await prisma.$transaction(async (client) => await work(makeTx(workspaceId, client)), options),
    async claim(tx, { source, key }, now) {
      const { count } = await writes(tx).inboundEvent.createMany({
        data: [{ workspaceId: tx.workspaceId, source, key, receivedAt: now, handledAt: now }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    async audit(tx, entries) {
      if (entries.length > 0)
        await writes(tx).auditEntry.createMany({
          data: entries.map((entry) => auditRow(tx.workspaceId, entry)),
        });
    },
  };
  return {
    database,
    prisma,
    pool,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/** The name in a statement's mark. Empty: it is planned anew each time, for the values at hand. */
function preparedName(sql: string): string {
  return /^\s*\/\* prepared: (\S+) \*\//.exec(sql)?.[1] ?? '';
}

function auditRow(workspaceId: string, entry: AuditEntry) {
  const { subject, actor, before, after, reason, ...rest } = entry;
  return {
    ...rest,
    workspaceId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    actorKind: actor.kind,
    actorId: actor.id,
    reason: reason ?? null,
    before: before ?? Prisma.DbNull,
    after: after ?? Prisma.DbNull,
  };
}
