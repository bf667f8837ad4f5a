import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../../test/harness/import.ts';
import { imports } from '../../core/declare/import.ts';
import { contributionsOf } from '../../core/runtime/contributions.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { features } from '../../features/index.ts';
import { readArguments } from '../arguments.ts';
import { inspectFile } from '../file/inspect.ts';
import { columnsOf } from '../file/records.ts';
import { resolveMapping } from '../map.ts';
import { readsApart } from './apart.ts';
import { type Reader, type Reading, reads } from './reader.ts';
import type { CheckedRecord, Phase } from './rows.ts';

/** As `npm run import` reads it with this command. */
async function reading(name: string, text: string, command: string): Promise<Reading> {
  const path = join(await scratch(), name);
  await writeFile(path, text);
  const given = await readArguments(
    command.split(' ').map((word) => (word === 'FILE' ? path : word)),
    contributionsOf(features).of(imports),
  );
  const file = await inspectFile(path, given);
  const { kinds, dates, decimal } = given;
  const { mapping } = resolveMapping(kinds, await columnsOf(file), given.preset, given);
  return { kinds, file, mapping, style: { dates, decimal, timeZone: 'Europe/Berlin', currency: 'EUR' } };
}

async function all(read: Reader, phase: Phase): Promise<readonly CheckedRecord[]> {
  const found: CheckedRecord[] = [];
  for await (const { records } of read(phase)) found.push(...records);
  return found;
}

/** What a record holds, whoever read it. */
const plain = (records: readonly CheckedRecord[]) =>
  records.map(({ record, ...rest }) => ({
    ...rest,
    record: { line: record.line, trouble: record.trouble, cells: Object.entries(record.cells) },
  }));

const many = Array.from(
  { length: 3_000 },
  (_, n) =>
    `${n % 700},2026-02-01T10:00:00Z,MUG-${n % 40},${n % 3},${n % 7 === 0 ? 'x' : '4.50'},"a ""b""\r\nc"`,
).join('\n');
const header = 'number,placed_at,code,quantity,unit_price,title\n';

test.each([
  ['rows with faults, repeats and broken lines', 'orders.csv', `${header}${many}\n1,2\n`, 'orders FILE'],
  ['rows that are left out', 'orders.csv', `${header}${many}`, 'orders FILE --skip code=MUG-7'],
  [
    'two kinds, and what later rows inherit',
    'both.csv',
    `number,placed_at,code,quantity,currency,name\n${'1,2026-02-01,A,1,USD,Mug\n1,,B,2,,\n2,2026-02-02,C,1,,Cup\n'.repeat(80)}`,
    'products,orders FILE',
  ],
  [
    'objects with names that objects have, half characters and amounts beyond 2^53',
    'orders.jsonl',
    `${'{"number":"1","placed_at":"2026-02-01","code":"A","quantity":1,"constructor":"x","__proto__":"y","title":"Blue \\ud83d"}\n{"number":"2","code":"B","unit_price":"90071992547409931.07"}\n'.repeat(70)}`,
    'orders FILE',
  ],
])('%s are the same, read in another thread', async (_, name, text, command) => {
  const given = await reading(name, text, command);
  await using apart = readsApart(given);
  for (const phase of ['checking', 'loading'] as const) {
    const here = await all(reads(given), phase);
    expect(here.length).toBeGreaterThan(130);
    expect(plain(await all(apart.read, phase))).toEqual(plain(here));
  }
});

test('a file that cannot be read to its end is refused with the same sentence', async () => {
  const given = await reading('orders.csv', `${header}${many}\n1,2026-02-01,"A`, 'orders FILE');
  await using apart = readsApart(given);
  const here = await all(reads(given), 'checking').catch((error) => error);
  const there = await all(apart.read, 'checking').catch((error) => error);
  expect(there).toBeInstanceOf(Refusal);
  expect([there.kind, there.message, there.next]).toEqual([here.kind, here.message, here.next]);
  expect(there.message).toContain('is never closed');
});

test('a file that is gone fails the reading, and who stops half way ends the thread', async () => {
  const given = await reading('orders.csv', `${header}${many}`, 'orders FILE');
  {
    await using apart = readsApart(given);
    for await (const { records } of apart.read('checking')) {
      expect(records.length).toBeGreaterThan(0);
      break;
    }
  }
  await using gone = readsApart({ ...given, file: { ...given.file, path: `${given.file.path}.gone` } });
  await expect(all(gone.read, 'checking')).rejects.toThrow('ENOENT');
});
