import type { PrismaClient } from '../../src/db/generated/client.ts';

/**
 * Values that name one of these people in append-only tables, as "table: value". Typed text may name anybody: use it in
 * tests without any.
 */
export async function namesKept(
  prisma: PrismaClient,
  workspaceId: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const where = { workspaceId };
  const rows = {
    approval_event: await prisma.approvalEvent.findMany({ where }),
    approval_vote: await prisma.approvalVote.findMany({ where }),
    issue_event: await prisma.issueEvent.findMany({ where }),
    audit_entry: await prisma.auditEntry.findMany({ where }),
    ledger_entry: await prisma.ledgerEntry.findMany({ where }),
  };
  const named = new RegExp(`\\b(${names.join('|')})\\b`);
  return Object.entries(rows).flatMap(([table, all]) =>
    all
      .map(
        (row) =>
          `${table}: ${JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value))}`,
      )
      .filter((row) => named.test(row)),
  );
}
