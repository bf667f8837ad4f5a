import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scratch } from '../../../test/harness/import.ts';
import { imports } from '../../core/declare/import.ts';
import { contributionsOf } from '../../core/runtime/contributions.ts';
import { features } from '../../features/index.ts';
import { readArguments } from '../arguments.ts';
import { inspectFile } from '../file/inspect.ts';
import { columnsOf } from '../file/records.ts';
import { resolveMapping } from '../map.ts';
import { type Reader, reads } from './reader.ts';
import type { Phase } from './rows.ts';

const count = async (read: Reader, phase: Phase) => {
  let rows = 0;
  for await (const { records } of read(phase)) rows += records.length;
  return rows;
};

test('a file that is changed between its two passes is refused: rows of neither would be told', async () => {
  const path = join(await scratch(), 'orders.csv');
  await writeFile(path, 'number,placed_at,code,quantity\n1,2026-02-01,A,1\n2,2026-02-01,B,1\n');
  const given = await readArguments(['orders', path], contributionsOf(features).of(imports));
  const { kinds, dates, decimal } = given;
  const file = await inspectFile(path, given);
  const { mapping } = resolveMapping(kinds, await columnsOf(file), given.preset, given);
  const read = reads({
    kinds,
    file,
    mapping,
    style: { dates, decimal, timeZone: 'Europe/Berlin', currency: 'EUR' },
  });
  expect(await count(read, 'checking')).toBe(2);
  expect(await count(read, 'loading')).toBe(2);
  await appendFile(path, '3,2026-02-01,C,1\n');
  await expect(count(read, 'loading')).rejects.toThrow('orders.csv was changed while it was read.');
});
