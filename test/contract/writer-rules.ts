import { type SourceFile, withoutComments } from './source.ts';

/** Tables of which one folder or file is the only writer. */
export interface Written {
  readonly tables: readonly string[];
  /** The path, or how the paths begin, of those who write. */
  readonly by: string;
  /** What everybody else calls. */
  readonly instead: string;
}

/** Writes of the tables elsewhere, in SQL or through Prisma's client, as sentences. */
export function foreignWrites(
  files: readonly SourceFile[],
  { tables, by, instead }: Written,
): readonly string[] {
  const models = tables.map((name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()));
  const sql = new RegExp(
    `\\b(?:INSERT\\s+INTO|UPDATE(?:\\s+ONLY)?|DELETE\\s+FROM|MERGE\\s+INTO|COPY|TRUNCATE(?:\\s+TABLE)?)\\s+"?(${tables.join('|')})"?(?!\\w)`,
    'gi',
  );
  const calls = new RegExp(`\\.\\s*(${models.join('|')})\\s*\\.(?:create|update|upsert|delete)\\w*\\(`, 'g');
  return files
    .filter(({ path }) => !path.startsWith(by))
    .flatMap(({ path, text }) =>
      [sql, calls]
        .flatMap((pattern) => [...withoutComments(text).matchAll(pattern)])
        .map(([, table]) => `${path} writes ${table}: go by ${instead}`),
    );
}
