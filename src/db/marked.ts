import { createHash } from 'node:crypto';
import pg from 'pg';
import { arrayText } from './array-text.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import type { TransactionClient } from './generated/internal/prismaNamespace.ts';

/** The mark of statements that run often: `/* prepared: <name> *\/` at their beginning. */
const mark = /^\s*\/\* prepared: (\S+) \*\//;

/** Runs a statement with the driver itself. */
export type Runs = (statement: pg.QueryConfig) => Promise<pg.QueryResult>;

export interface Marked {
  /** The name under which the server keeps the statement's plan; empty: it is planned anew, for its actual values. */
  nameOf(statement: { readonly sql: string }): string;
  /** A marked statement as the driver takes it; null for any other. */
  read(strings: TemplateStringsArray, given: readonly unknown[]): pg.QueryConfig | null;
}

/** `prepares`: whether the server keeps plans. */
export function markedStatements(prepares: boolean): Marked {
  const names = new Map<string, string>();
  const known = new WeakMap<TemplateStringsArray, Pick<pg.QueryConfig, 'text' | 'name'>>();

  function nameOf({ sql }: { readonly sql: string }): string {
    const marked = prepares && mark.exec(sql)?.[1];
    if (!marked) return '';
    // What features contribute to a statement changes its text, and two texts cannot have one name.
    const name = names.get(sql) ?? `${marked}.${createHash('sha256').update(sql).digest('hex').slice(0, 12)}`;
    names.set(sql, name);
    return name;
  }

  return {
    nameOf,
    read(strings, given) {
      if (!mark.test(strings[0] ?? '')) return null;
      const isWhole = !given.some((value) => value instanceof Prisma.Sql);
      const before = isWhole ? known.get(strings) : undefined;
      if (before) return { ...before, values: given.map(forDriver), types };
      const { text, values } = Prisma.sql(strings, ...given);
      const name = nameOf({ sql: text });
      const statement = { text, ...(name !== '' && { name }) };
      if (isWhole) known.set(strings, statement);
      return { ...statement, values: values.map(forDriver), types };
    },
  };
}

/**
 * The client, which hands marked statements to the driver: Prisma's own work for one takes five times as long as the
 * driver's. They run at once, not when they are awaited. Results have the types that Prisma gives them.
 */
export function pastPrisma<Client extends PrismaClient | TransactionClient>(
  client: Client,
  runs: Runs,
  { read }: Marked,
): Client {
  const past: Readonly<Record<string | symbol, unknown>> = {
    $queryRaw(strings: TemplateStringsArray, ...given: readonly unknown[]) {
      const statement = read(strings, given);
      return statement ? runs(statement).then(({ rows }) => rows) : client.$queryRaw(strings, ...given);
    },
    $executeRaw(strings: TemplateStringsArray, ...given: readonly unknown[]) {
      const statement = read(strings, given);
      return statement
        ? runs(statement).then(({ rowCount }) => rowCount ?? 0)
        : client.$executeRaw(strings, ...given);
    },
  };
  return new Proxy(client, { get: (target, key) => past[key] ?? Reflect.get(target, key) });
}

function forDriver(value: unknown): unknown {
  return Array.isArray(value) ? (arrayText(value) ?? value) : value;
}

type Parse = (text: string) => unknown;

const { builtins } = pg.types;
const scalars: readonly (readonly [type: number, arrayType: number, parse: Parse])[] = [
  [builtins.INT8, 1016, BigInt],
  [builtins.NUMERIC, 1231, (text) => new Prisma.Decimal(text)],
  [builtins.DATE, 1182, (text) => new Date(`${text}T00:00:00.000Z`)],
];
const textArray: number = 1009;
// The types of pg name no arrays.
const parseTexts = pg.types.getTypeParser(textArray) as (text: string) => (string | null)[];
const asPrismaDoes = new Map<number, Parse>(
  scalars.flatMap(([type, arrayType, parse]): readonly (readonly [number, Parse])[] => [
    [type, parse],
    [arrayType, (text) => parseTexts(text).map((one) => (one === null ? null : parse(one)))],
  ]),
);
const types = {
  getTypeParser: ((oid: number, format?: 'text') =>
    asPrismaDoes.get(oid) ?? pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};
