import type { Scope, Tx } from '../core/runtime/database.ts';
import type { PrismaClient } from './generated/client.ts';
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

// The two casts make a scope and a transaction; nothing else in the program can.
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

/** Whether the scope belongs to a transaction. */
export function isTransaction(scope: Scope): boolean {
  return transactions.has(scope);
}

/** A store's client for reads. Every query must name `scope.workspaceId`; a contract test checks it. */
export function reads(scope: Scope): ReadClient {
  return clientOf(scope) as unknown as ReadClient;
}

/** A store's client for writes: only inside a transaction. */
export function writes(tx: Tx): WriteClient {
  return clientOf(tx);
}

function clientOf(scope: Scope): TransactionClient {
  const client = clients.get(scope);
  if (!client) throw new Error('This scope was not made by the database.');
  return client;
}
