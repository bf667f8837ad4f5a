import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { csvRecords } from './csv.ts';

test('a file that cannot be read to its end fails the import', async () => {
  const text = Readable.from(
    (async function* () {
      yield 'a,b\n1,2\n';
      throw new Error('EIO: i/o error, read');
    })(),
  );
  const file = { name: 'x.csv', delimiter: ',', quotes: true, hasSeparatorLine: false };
  const reading = async () => {
    for await (const _ of csvRecords(text, file as Parameters<typeof csvRecords>[1]));
  };
  await expect(reading()).rejects.toThrow('EIO');
});
