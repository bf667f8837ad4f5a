import type pg from 'pg';
import type { Feature } from '../../src/core/declare/feature.ts';

// Who changes a row that facts are read from must note its subject in the same transaction. No list of operations would
// stay complete, so the database itself watches every test: triggers write down what changed and what was noted, each
// with its transaction.

/** Prepares a migrated database; its copies watch as well. */
export async function watchFacts(pool: pg.Pool, features: readonly Feature[]): Promise<void> {
  for (const table of ['test_changed', 'test_noted'])
    await pool.query(
      `CREATE TABLE ${table} (workspace_id uuid, family text, subject text, xid bigint, what text)`,
    );
  for (const { id, tables } of features.flatMap(({ facts = [] }) => facts))
    for (const [table, column] of Object.entries(tables))
      for (const event of ['INSERT', 'UPDATE', 'DELETE'])
        await pool.query(
          watching(`test_${id}_${table}_${event}`.toLowerCase(), table, event, {
            into: 'test_changed',
            columns: `'${id}', ${column}::text, txid_current(), '${table}'`,
          }),
        );
  for (const event of ['INSERT', 'UPDATE'])
    await pool.query(
      watching(`test_noted_${event}`.toLowerCase(), 'fact_change', event, {
        into: 'test_noted',
        columns: "family, subject, txid_current(), ''",
      }),
    );
}

function watching(
  name: string,
  table: string,
  event: string,
  { into, columns }: { readonly into: string; readonly columns: string },
): string {
  return `CREATE FUNCTION ${name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      INSERT INTO ${into} SELECT DISTINCT workspace_id, ${columns} FROM changed;
      RETURN NULL; END $$;
    CREATE TRIGGER ${name} AFTER ${event} ON "${table}"
      REFERENCING ${event === 'DELETE' ? 'OLD' : 'NEW'} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION ${name}()`;
}

/**
 * Changes that nobody noted, in the transactions of operations: those with an audit row, which fixtures lack. The `xmin`
 * of a row is the transaction that wrote it, without the count of the times it wrapped.
 */
const unnoted = `
  SELECT c.family, c.what AS "table", string_agg(DISTINCT a.operation, ' or ') AS operation FROM test_changed c
  JOIN audit_entry a ON a.workspace_id = c.workspace_id AND a.xmin::text::bigint = c.xid % 4294967296
  WHERE NOT EXISTS (SELECT 1 FROM test_noted n WHERE n.workspace_id = c.workspace_id AND n.family = c.family
    AND n.subject = c.subject AND n.xid = c.xid)
  GROUP BY c.family, c.what, c.xid`;

/** What went unnoted since the last look, as sentences. */
export async function unnotedFacts(pool: pg.Pool): Promise<readonly string[]> {
  // Nobody knows how large these tables are: rows are never to be compared one by one, or a thousand orders take minutes.
  const looked = (await pool.query(
    `BEGIN; SET LOCAL enable_nestloop = off; ${unnoted}; COMMIT`,
  )) as unknown as readonly pg.QueryResult<{ family: string; table: string; operation: string }>[];
  const rows = looked[2]?.rows ?? [];
  // Each test answers for itself.
  await pool.query('DELETE FROM test_changed; DELETE FROM test_noted');
  return rows.map(
    ({ family, table, operation }) =>
      `${operation} changed ${table} and noted nothing: return \`facts: ${family}Facts.changed([…])\``,
  );
}
