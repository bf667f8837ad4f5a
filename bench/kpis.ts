import { counted } from './kpis/counted.ts';
import { embeddedRebuild } from './kpis/embedded.ts';
import { demandPostgres } from './postgres.ts';
import type { Measured } from './promises.ts';
import type { Bench } from './suites.ts';

/** Figures of a year of so many orders, and what it costs others that they are made anew, on either database. */
export async function kpis(bench: Bench, orders: number): Promise<Measured> {
  await demandPostgres();
  const embedded = await embeddedRebuild(bench);
  const server = await counted(bench, orders);
  return { measures: [], ratios: [...server, ...embedded] };
}
