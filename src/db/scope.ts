import type { Scope, Tx } from '../core/runtime/database.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import type { TransactionClient } from './generated/internal/prismaNamespace.ts';

type ModelName = Exclude<keyof TransactionClient, `$${string}` | symbol>;
type Reading = 'findUnique' | 'findFirst' | 'findMany' | 'count' | 'aggregate' | 'groupBy';

/** The client for reads: it has no method that writes. */
export type ReadClient = { readonly [M in ModelName]: Pick<TransactionClient[M], Reading> } & Pick<
  TransactionClient,
  '$queryRaw'
>;
export type WriteClient = TransactionClient;

const transactions = new WeakSet<Scope>();
const clients = new WeakMap<Scope, PrismaClient | TransactionClient>();

// These casts make a scope and a transaction; nothing else in the program can.
export function makeScope(workspaceId: string, client: PrismaClient): Scope {
  const scope = Object.freeze({ workspaceId }) as Scope;
  clients.set(scope, client);
  return scope;
}

export function makeTx(workspaceId: string, client: TransactionClient): Tx {
  const tx = Object.freeze({ workspaceId }) as Tx;
  clients.set(tx, client);
  transactions.add(tx);
  return tx;
}

/** For one raw statement, which is a transaction of its own. A model's method may be several. */
export function makeSingle(workspaceId: string, client: PrismaClient): Tx {
  let isUsed = false;
  const once =
    (run: '$queryRaw' | '$executeRaw') =>
    (...statement: Parameters<PrismaClient['$executeRaw']>) => {
      if (isUsed) throw new Error('One statement is a transaction of its own: several need a transaction.');
      isUsed = true;
      return client[run](...statement);
    };
  const raw = { $queryRaw: once('$queryRaw'), $executeRaw: once('$executeRaw') };
  return makeTx(workspaceId, raw as unknown as TransactionClient);
}

/** Whether the scope belongs to a transaction. */
export function isTransaction(scope: Scope): boolean {
  return transactions.has(scope);
}

/** A store's client for reads. Every query must name `scope.workspaceId`; a contract test checks it. */
export function reads(scope: Scope): ReadClient {
  return clientOf(scope) as unknown as ReadClient;
}

/**
 * A read of a few of the rows that an index finds. Where it expects many, the planner reads a whole table in the hope of
 * coming across enough of them soon; they may all be at its end.
 */
export async function readsByBitmap<Row>(scope: Scope, statement: Prisma.Sql): Promise<readonly Row[]> {
  const client = clientOf(scope);
  if (!hasTransactions(client)) return await client.$queryRaw<Row[]>(statement);
  const [, rows] = await client.$transaction([
    client.$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`,
    // The mark tells who explains it how it was asked.
    client.$queryRaw<Row[]>`/* by bitmap */ ${statement}`,
  ]);
  return rows;
}

/** A store's client for writes: only inside a transaction. */
export function writes(tx: Tx): WriteClient {
  return clientOf(tx);
}

function hasTransactions(client: PrismaClient | TransactionClient): client is PrismaClient {
  return '$transaction' in client;
}

function clientOf(scope: Scope): PrismaClient | TransactionClient {
  const client = clients.get(scope);
  if (!client) throw new Error('This scope was not made by the database.');
  return client;
}
