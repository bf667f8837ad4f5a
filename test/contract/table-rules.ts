import { type SourceFile, withoutComments } from './source.ts';

// A table has one owner: the feature, or the house, whose schema file declares it. Others go through the owner's door.

/** `house`: src/db, with src/jobs, src/slack and src/health, which build on it. */
export type Owner = string;

/** The owner of the tables in a file of prisma/schema; any other file belongs to the feature of its name. */
const owners: Readonly<Record<string, Owner>> = {
  base: 'house',
  outbox: 'house',
  // Schedules, slots and due work; src/jobs runs them.
  jobs: 'house',
  // Sealed; any feature may keep one.
  secrets: 'house',
  // Broken parts, and who was told about them.
  trouble: 'jobs',
};

/** Another owner's tables that a feature may touch, and why that beats the owner's door. */
export interface Exception {
  readonly who: Owner;
  readonly tables: readonly string[];
  readonly because: string;
}

export interface Table {
  readonly name: string;
  /** Its name in Prisma's client. */
  readonly model: string;
  readonly owner: Owner;
}

/** `schema`: the files of prisma/schema. */
export function tablesOf(schema: readonly SourceFile[]): readonly Table[] {
  return schema.flatMap(({ path, text }) => {
    const file = path.slice(path.lastIndexOf('/') + 1).replace(/\.prisma$/, '');
    return [...text.matchAll(/^model (\w)(\w*) \{([\s\S]*?)\n\}/gm)].map(
      ([, first = '', rest = '', body = '']) => ({
        name: /@@map\("(\w+)"\)/.exec(body)?.[1] ?? `${first}${rest}`,
        model: `${first.toLowerCase()}${rest}`,
        owner: owners[file] ?? file,
      }),
    );
  });
}

/** The tables that a file reads or writes, in SQL or through Prisma's client. */
function tablesIn(file: SourceFile, tables: readonly Table[]): readonly Table[] {
  const text = withoutComments(file.text);
  const named = [
    ...text.matchAll(/\b(?:FROM|JOIN|INTO|UPDATE|ANALYZE|USING|TRUNCATE|TABLE)\s+(?=([^()`\n]+))/g),
  ].flatMap(
    // Tables in one FROM are separated by commas, each with an alias.
    ([, list = '']) => list.split(',').map((one) => /^\s*"?(\w+)/.exec(one)?.[1]),
  );
  const called = [
    ...text.matchAll(/\.\s*(\w+)\s*\.(?:find|create|update|upsert|delete|count|aggregate|groupBy)\w*\(/g),
  ].map(([, model]) => model);
  return tables.filter(({ name, model }) => named.includes(name) || called.includes(model));
}

function whoseIs(path: string): Owner {
  if (path.startsWith('src/cases/')) return 'cases';
  return /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? 'house';
}

/** Uses of another owner's tables without an exception, and unused exceptions, as sentences. */
export function tableFaults(
  files: readonly SourceFile[],
  tables: readonly Table[],
  exceptions: readonly Exception[],
): readonly string[] {
  const foreign = files.flatMap((file) =>
    tablesIn(file, tables)
      .filter(({ owner }) => owner !== whoseIs(file.path))
      .map((table) => ({ who: whoseIs(file.path), table, path: file.path })),
  );
  const allows = ({ who, tables: some }: Exception, one: (typeof foreign)[number]) =>
    who === one.who && some.includes(one.table.name);
  return [
    ...foreign
      .filter((one) => !exceptions.some((exception) => allows(exception, one)))
      .map(
        ({ path, table }) =>
          `${path} touches the table ${table.name} of ${table.owner}: go by its door, or name the exception with its reason in test/contract/tables.test.ts`,
      ),
    ...exceptions.flatMap((exception) =>
      exception.tables
        .filter((name) => !foreign.some((one) => one.table.name === name && allows(exception, one)))
        .map((name) => `${exception.who} does not touch ${name} any more: take the exception out`),
    ),
  ];
}
