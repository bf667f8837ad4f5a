import type { Scope } from '../../core/runtime/database.ts';
import { reads } from '../../db/scope.ts';

export interface ListedLocation {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly timeZone: string;
  /** Minutes after which its numbers are shown as old. */
  readonly staleAfterMinutes: number;
  /** Who keeps its stock numbers: ours, or outside. */
  readonly record: string;
  /** A closed one is offered nowhere. */
  readonly active: boolean;
}

export async function listLocations(scope: Scope): Promise<readonly ListedLocation[]> {
  return await reads(scope).location.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ position: 'asc' }, { code: 'asc' }],
    select: {
      id: true,
      code: true,
      name: true,
      timeZone: true,
      staleAfterMinutes: true,
      record: true,
      active: true,
    },
  });
}

export async function listSuppliers(scope: Scope): Promise<readonly string[]> {
  const rows = await reads(scope).sku.findMany({
    where: { workspaceId: scope.workspaceId, supplier: { not: null } },
    distinct: ['supplier'],
    orderBy: { supplier: 'asc' },
    select: { supplier: true },
  });
  return rows.flatMap(({ supplier }) => supplier ?? []);
}
