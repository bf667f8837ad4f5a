import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sourceFiles, withoutComments } from './source.ts';

const schema = readdirSync('prisma/schema').map((file) => ({
  file,
  text: withoutComments(readFileSync(join('prisma/schema', file), 'utf8')),
}));
const models = schema.flatMap(({ text }) =>
  [...text.matchAll(/model (\w+) \{([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => ({ name, body })),
);
const sql = readdirSync('prisma/migrations', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({
    name,
    text: readFileSync(join('prisma/migrations', name, 'migration.sql'), 'utf8'),
  }));

test('every table belongs to a workspace, and every key and index begins with it', () => {
  const faults = models
    .filter(({ name }) => name !== 'Workspace')
    .flatMap(({ name, body }) => {
      const keys = [...body.matchAll(/@@(id|unique|index)\(\[(.*?)\](?:,|\))/g)];
      const misplaced = keys
        .filter(([, , columns = '']) => !columns.startsWith('workspaceId'))
        .map(([all]) => `${name}: ${all} must begin with workspaceId`);
      const lonely = /\n\s+\w+\s+\S+\s+[^\n]*[^@]@(id|unique)\b/.test(body)
        ? [`${name}: a key of one column leaves the workspace out`]
        : [];
      return /\bworkspaceId\b/.test(body) ? [...misplaced, ...lonely] : [`${name}: has no workspaceId`];
    });
  expect(faults).toEqual([]);
});

test('the database invents neither times nor ids', () => {
  const invented =
    /@default\((now|uuid|cuid|nanoid|ulid|dbgenerated|autoincrement)\b|@updatedAt|(?<!\.)\bnow\(\)|CURRENT_TIMESTAMP|gen_random_uuid|clock_timestamp|\bSERIAL PRIMARY/i;
  const places = [
    ...schema.map(({ file, text }) => ({ where: `prisma/schema/${file}`, text })),
    ...sql.map(({ name, text }) => ({ where: `prisma/migrations/${name}`, text })),
    // The history table and its default belong to Prisma.
    ...[...sourceFiles('src/db'), ...sourceFiles('src/features'), ...sourceFiles('src/importer')]
      .filter(({ path }) => path !== 'src/db/migrate.ts')
      .map(({ path, text }) => ({ where: path, text: withoutComments(text) })),
    ...sourceFiles('prisma').map(({ path, text }) => ({ where: path, text: withoutComments(text) })),
  ];
  expect(
    places.flatMap(({ where, text }) =>
      invented.test(text)
        ? [`${where} has ${invented.exec(text)?.[0]}: pass ctx.now and ctx.ids instead`]
        : [],
    ),
  ).toEqual([]);
});

test('instants are timestamptz(3)', () => {
  const faults = models.flatMap(({ name, body }) =>
    body
      .split('\n')
      .filter((line) => /\sDateTime\??\s/.test(line) && !/@db\.(Timestamptz\(3\)|Date)/.test(line))
      .map((line) => `${name}: ${line.trim()}`),
  );
  expect(faults).toEqual([]);
});

test('every query of a store names its workspace', () => {
  const stores = sourceFiles('src/features').filter(({ path }) => /store\.ts$/.test(path));
  const faults = stores.flatMap(({ path, text }) => {
    const raw = [...text.matchAll(/\$(?:queryRaw|executeRaw)(?:<[^`]*?>)?`([\s\S]*?)`;?\n/g)].map(
      ([, statement = '']) => statement,
    );
    const models = [
      ...text.matchAll(/(?:reads|writes)\(\w+\)\.\w+\.(\w+)\((\{[\s\S]*?\n {2}\}|\{.*?\})\)/g),
    ].map(([, , body = '']) => body);
    const nameless = raw.filter(
      (statement) => !/workspace_id|workspaceId'|FROM workspace\b|^\s*ANALYZE /.test(statement),
    );
    const loose = models.filter((body) => !/workspaceId/.test(body));
    return [...nameless, ...loose].map(
      (statement) => `${path}: no workspace in ${statement.trim().slice(0, 80)}`,
    );
  });
  expect(stores.length).toBeGreaterThan(1);
  expect(faults).toEqual([]);
});

test('no statement is concatenated from text', () => {
  // Of names that features have declared, and of pg-boss.
  const named = /^src\/db\/(pgboss|declared\/name)\.ts$/;
  const faults = sourceFiles('src').filter(
    ({ path, text }) =>
      !named.test(path) && /\$(queryRawUnsafe|executeRawUnsafe)|Prisma\.raw\(/.test(withoutComments(text)),
  );
  expect(
    faults.map(({ path }) => `${path}: use the tagged template, which passes values as parameters`),
  ).toEqual([]);
});
