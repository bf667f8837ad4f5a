import { createHash } from 'node:crypto';
import pg from 'pg';
import { Prisma, type PrismaClient } from './generated/client.ts';

/** The mark of statements that run often: `/* prepared: <name> *\/` at their beginning. */
const mark = /^\s*\/\* prepared: (\S+) \*\//;

/**
 * Names statements by their mark. Empty: planned anew each time, for its actual values. What features contribute to a
 * statement changes its text, and two texts cannot have one name.
 */
export function preparedNames(): (statement: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const marked = mark.exec(sql)?.[1];
    if (marked === undefined) return '';
    const name = names.get(sql) ?? `${marked}.${createHash('sha256').update(sql).digest('hex').slice(0, 12)}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * The client, which asks the driver itself for marked reads: Prisma's own work for such a statement takes longer than the
 * server does. Only outside transactions. Results have the types that Prisma gives them.
 */
export function pastPrisma(
  prisma: PrismaClient,
  pool: pg.Pool,
  nameOf: (statement: { readonly sql: string }) => string,
): PrismaClient {
  const ask = (strings: TemplateStringsArray, ...given: readonly unknown[]): unknown => {
    if (!mark.test(strings[0] ?? '')) return prisma.$queryRaw(strings, ...given);
    const { text, values } = Prisma.sql(strings, ...given);
    const name = nameOf({ sql: text });
    return pool.query({ ...(name !== '' && { name }), text, values, types }).then(({ rows }) => rows);
  };
  return new Proxy(prisma, {
    get: (target, key) => (key === '$queryRaw' ? ask : Reflect.get(target, key)),
  });
}

const { builtins } = pg.types;
const asPrismaDoes = new Map<number, (text: string) => unknown>([
  [builtins.INT8, BigInt],
  [builtins.NUMERIC, (text) => new Prisma.Decimal(text)],
  [builtins.DATE, (text) => new Date(`${text}T00:00:00.000Z`)],
]);
const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    asPrismaDoes.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
