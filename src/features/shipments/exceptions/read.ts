import { z } from 'zod';
import { query } from '../../../core/runtime/operation.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { countOpen } from '../parcels/list-store.ts';
import { amountsOf } from '../parcels/worth.ts';
import { readShipments } from '../permissions.ts';
import { exceptionKinds } from '../status/exception-model.ts';
import { type ExceptionCell, exceptionCells } from './exception-store.ts';
import type { ExceptionGroup, Exceptions } from './model.ts';

/** What is wrong with parcels, by kind and whose doing it is, the most value first. */
export const getExceptions = query({
  name: 'shipments.exceptions',
  permission: readShipments,
  input: z.object({}),
  async run({ scope, now, workspace }): Promise<Exceptions> {
    const [cells, { open }, heard] = await Promise.all([
      exceptionCells(scope, now),
      countOpen(scope, null),
      freshnessOf(scope, 'shipments'),
    ]);
    return {
      groups: grouped(cells, workspace.currency),
      parcels: cells.reduce((sum, { parcels }) => sum + parcels, 0),
      amounts: amountsOf(cells.map(({ currency, allMinor: minor }) => ({ currency, minor }))),
      open,
      heard,
    };
  },
});

function grouped(cells: readonly ExceptionCell[], currency: string): readonly ExceptionGroup[] {
  const value = ({ amounts }: ExceptionGroup) => amounts.get(currency) ?? 0n;
  const groups = new Map<string, ExceptionCell[]>();
  for (const cell of cells) {
    const key = `${cell.kind} ${cell.fault}`;
    groups.set(key, [...(groups.get(key) ?? []), cell]);
  }
  return [...groups.values()]
    .flatMap(([first, ...others]) => (first ? [[first, ...others] as const] : []))
    .map(([first, ...others]) => ({
      kind: first.kind,
      fault: first.fault,
      reasons: [...new Set([first, ...others].flatMap(({ reasons }) => reasons))],
      parcels: others.reduce((sum, { parcels }) => sum + parcels, first.parcels),
      since: new Date(Math.min(...[first, ...others].map(({ since }) => since.getTime()))),
      orders: others.reduce((sum, { orders }) => sum + orders, first.orders),
      amounts: amountsOf([first, ...others].map(({ currency, valueMinor: minor }) => ({ currency, minor }))),
    }))
    .toSorted(
      (a, b) =>
        Number(value(b) - value(a)) ||
        a.since.getTime() - b.since.getTime() ||
        exceptionKinds.indexOf(a.kind) - exceptionKinds.indexOf(b.kind),
    );
}
