import { expect, test } from 'vitest';
import { testDatabase } from '../harness/database.ts';
import { allowed } from './allowed.ts';
import { bigTables, faultsOf } from './plans.ts';
import { questions } from './questions.ts';
import { recordStatements, type Statement } from './recording.ts';
import { big, mostRows, openLargeShop } from './shop.ts';
import { Walker } from './walker.ts';

/** Asks every question, opens Home, and presses whatever comes of it. Returns all statements. */
async function walked(shop: Awaited<ReturnType<typeof openLargeShop>>): Promise<readonly Statement[]> {
  const record = recordStatements();
  try {
    const walker = new Walker(shop, record.now);
    for (const question of Object.values(questions).flat())
      await walker.tries(question, async () => await shop.ada.says(question));
    await walker.tries('Home', async () => await walker.opensHome());
  } finally {
    record.stop();
  }
  return record.statements();
}

const onOneLine = ({ text }: Statement) => text.replace(/\s+/g, ' ').trim();

test('no command of a large shop reads a big table from end to end, or waits for a compiler', async () => {
  await using shop = await openLargeShop();
  const statements = await walked(shop);
  const { pool } = await testDatabase();
  const tables = await bigTables(pool, { big, mostRows });
  const faults = new Map<string, string>();
  const client = await pool.connect();
  try {
    for (const statement of statements) {
      const text = onOneLine(statement);
      for (const [fault, place] of await faultsOf(client, statement, tables)) {
        const isAllowed = allowed.some((one) => text.includes(one.statement) && one.fault.test(fault));
        const key = `${fault} ${text}`;
        if (!isAllowed && !faults.has(key))
          faults.set(key, `${statement.during}: ${fault} (${place}): ${text}`);
      }
    }
  } finally {
    // Its settings are not for others.
    client.release(true);
  }
  expect(
    [...faults.values()],
    'give these statements an index or ask in another way; what must be so is named in test/explain/allowed.ts',
  ).toEqual([]);
  expect(
    allowed.filter((one) => !statements.some((statement) => onOneLine(statement).includes(one.statement))),
    'nobody asks these any more: remove them from test/explain/allowed.ts',
  ).toEqual([]);
}, 480_000);
