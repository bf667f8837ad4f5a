import pg from 'pg';
import type { Database, Outages, Scope } from '../core/runtime/database.ts';
import type { Log } from '../core/runtime/log.ts';
import { writeAudit } from './audit.ts';
import { readTold } from './branches.ts';
import { defer } from './defer.ts';
import { PrismaClient } from './generated/client.ts';
import { claimDelivery, keepResult } from './inbound/claim.ts';
import { markedStatements, pastPrisma } from './marked.ts';
import { ownConnection, TellingPg } from './own-connection.ts';
import { makeScope, makeSingle, makeTx } from './scope.ts';
import type { SecretsKey } from './secrets/keys.ts';
import { secretsUnder } from './secrets/secrets.ts';
import { isUnfit, troubleOf } from './trouble/trouble.ts';

export interface DatabaseConnection {
  readonly database: Database;
  /** For code outside any workspace: finding the workspace itself. */
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
   * Whether the server keeps the plans of statements marked `/* prepared: <name> *\/`. Not for the embedded database:
   * its connections share one session, and with it the names.
   */
  readonly prepares?: boolean;
  /** None: no secret can be kept or opened. */
  readonly secretKeys?: readonly SecretsKey[];
  readonly outages: Outages;
  readonly log: Log;
}

const mostRepeats = 3;

/** Opens a connection pool with one Prisma client on it. */
export function connectDatabase({
  connection,
  poolSize,
  statementTimeout,
  prepares = false,
  secretKeys = [],
  outages,
  log,
}: ConnectionOptions): DatabaseConnection {
  const pool = new pg.Pool({
    ...connection,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    // A new connection takes three times as long as a look-up: a few are kept for the first question after a pause.
    min: Math.min(poolSize, 3),
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    // Not as options of the connection: a pooler refuses those, and DATABASE_URL would replace them.
    onConnect: async (client) => {
      // Compiling a plan takes 200 ms, and pays for itself only in statements longer than any of ours: the planner, which
      // expects a thousand rows of a list of one, would compile look-ups. Pages: by default one out of order costs four,
      // as on a turning disk, and a look-up would read small tables from end to end for each row. Similarity: how like
      // two words must be to count as a misspelling; the default of 0.6 misses common typos.
      await client.query(
        `SET timezone = 'UTC'; SET statement_timeout = ${statementTimeout}; SET jit = off; SET random_page_cost = 1.1; SET pg_trgm.word_similarity_threshold = 0.45`,
      );
    },
  });
  // A broken idle connection (after a server restart) is replaced at the next query.
  pool.on('error', (error) => {
    if (!outages.met(error, 'an idle connection'))
      log.warn({ err: error }, 'an idle database connection broke');
  });
  const marked = markedStatements(prepares);
  const prisma = new PrismaClient({
    adapter: new TellingPg(pool, { statementNameGenerator: marked.nameOf }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  });
  const direct = pastPrisma(prisma, async (statement) => await pool.query(statement), marked);
  const scopes = new Map<string, Scope>();
  const database: Database = {
    scope(workspaceId) {
      // One scope for all requests of a workspace: look-ups are batched by scope.
      const known = scopes.get(workspaceId) ?? makeScope(workspaceId, direct);
      scopes.set(workspaceId, known);
      return known;
    },
    async transaction(workspaceId, work, { repeatable = false, ...options } = {}) {
      for (let left = repeatable ? mostRepeats : 0; ; left -= 1) {
        try {
          const done = await prisma.$transaction(
            async (client) =>
              await work(makeTx(workspaceId, pastPrisma(client, ownConnection(client), marked))),
            options,
          );
          outages.worked();
          return done;
        } catch (error) {
          if (left === 0 || !isDeadlock(error)) throw error;
        }
      }
    },
    async single(workspaceId, work) {
      const done = await work(makeSingle(workspaceId, direct));
      outages.worked();
      return done;
    },
    claim: claimDelivery,
    keepResult,
    trouble: troubleOf,
    isUnfit,
    outages,
    servesOneByOne: !prepares,
    secrets: secretsUnder(secretKeys),
    told: readTold,
    audit: writeAudit,
    defer,
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

/** PostgreSQL rolled the transaction back, to let the other one continue. */
function isDeadlock(error: unknown): boolean {
  const { code, message = '' } = error as { code?: string; message?: string };
  return code === 'P2034' || message.includes('deadlock detected');
}
