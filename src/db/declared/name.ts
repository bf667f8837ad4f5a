import { Prisma } from '../generated/client.ts';

/** The name of a column or a table that a feature has declared, for a statement; never what a person typed. */
export function declared(name: string): Prisma.Sql {
  if (!/^[a-z_]+$/.test(name)) throw new Error(`${name} is no name of a column.`);
  return Prisma.raw(name);
}
