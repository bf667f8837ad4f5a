// npm run db:migration -- <name>: writes the SQL from the migrations' schema to prisma/schema.
// Prisma's own schema engine (its WebAssembly build) compares them, on an embedded database.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import { systemClock } from '../src/core/runtime/clock.ts';
import { randomIds } from '../src/core/runtime/ids.ts';
import { migrate } from '../src/db/migrate.ts';
import { startPglite } from '../src/db/pglite.ts';
import { createLog } from '../src/log.ts';

// Node's types lack the functions of WebAssembly.
const { WebAssembly: wasm } = globalThis as unknown as {
  WebAssembly: {
    instantiate(
      bytes: Uint8Array,
      imports: object,
    ): Promise<{ instance: { exports: { __wbindgen_start(): void } } }>;
  };
};

const schemaDir = 'prisma/schema';
const migrationsDir = 'prisma/migrations';

const name = process.argv[2]?.toLowerCase().replace(/[^a-z0-9]+/g, '_');
if (!name) {
  console.error('Name the change: npm run db:migration -- add_shipments');
  process.exit(2);
}

// The catalogue's one-letter type "char". The adapter does not know it, and the engine reads nothing else with it.
const charOid = 18;
const textOid = 25;
const letterColumns = new Set(['constraint_type', 'confdeltype', 'confupdtype', 'contype']);

class CatalogPool extends pg.Pool {
  override query = (async (config: pg.QueryConfig) => {
    const result = await super.query(config);
    for (const field of result.fields) if (field.dataTypeID === charOid) field.dataTypeID = textOid;
    return result;
  }) as typeof pg.Pool.prototype.query;
}

class CatalogAdapter extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      const columnTypes = result.columnTypes.map((type, i) =>
        letterColumns.has(result.columnNames[i] ?? '') ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
}

async function loadEngine() {
  // The engine writes its message here before it gives up.
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (message: string) => console.error(message) },
  });
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(join(file, '..', 'schema_engine_bg.wasm'));
  const { instance } = await wasm.instantiate(bytes, { './schema_engine_bg.js': engine });
  engine.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return engine.SchemaEngine;
}

async function readSchema() {
  const names = (await readdir(schemaDir)).filter((file) => file.endsWith('.prisma'));
  return await Promise.all(
    names
      .sort()
      .map(async (file) => ({ path: file, content: await readFile(join(schemaDir, file), 'utf8') })),
  );
}

/** Indexes with a collation, which a schema of Prisma's cannot say: it would drop them as surplus. */
async function collatedIndexes(): Promise<readonly string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '% COLLATE %'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

/** The SQL of `diff` without the statements that drop one of `kept`. */
const keeping = (diff: string, kept: readonly string[]) =>
  kept.reduce((sql, index) => sql.replace(`-- DropIndex\nDROP INDEX "${index}";\n`, ''), diff).trimStart();

const server = await startPglite();
const connection = { host: server.socketDir, user: 'postgres', database: 'postgres' };
await mkdir(migrationsDir, { recursive: true });
await migrate(connection, migrationsDir, { clock: systemClock, ids: randomIds, log: createLog('warn') });

const SchemaEngine = await loadEngine();
const files = await readSchema();
const adapter = bindMigrationAwareSqlAdapterFactory(
  new CatalogAdapter(new CatalogPool({ ...connection, max: 1 })),
);
const schemaEngine = await SchemaEngine.new(
  { datamodels: files.map(({ path, content }) => [path, content]) },
  () => {},
  adapter,
);
const { stdout } = await schemaEngine.diff({
  from: { tag: 'schemaDatasource', files, configDir: '.' },
  to: { tag: 'schemaDatamodel', files },
  script: true,
  exitCode: null,
  filters: { externalTables: ['public._prisma_migrations'], externalEnums: [] },
});
const sql = keeping(stdout ?? '', await collatedIndexes());
await server.stop();

if (sql === '' || /empty migration/i.test(sql)) {
  console.log('The migrations already match prisma/schema: nothing written.');
  process.exit(0);
}
const stamp = systemClock.now().toISOString().replace(/\D/g, '').slice(0, 14);
const folder = join(migrationsDir, `${stamp}_${name}`);
await mkdir(folder, { recursive: true });
await writeFile(join(folder, 'migration.sql'), sql);
console.log(
  `Wrote ${folder}/migration.sql. Read it, add what Prisma cannot express (triggers, checks), and commit it.`,
);
process.exit(0);
