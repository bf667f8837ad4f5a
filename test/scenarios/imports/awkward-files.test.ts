import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readArguments } from '../../../src/importer/arguments.ts';
import { inspectFile } from '../../../src/importer/file/inspect.ts';
import { refuseRejectsAt } from '../../../src/importer/rejects.ts';
import { reportLines } from '../../../src/importer/report.ts';
import { newContext, testDatabase } from '../../harness/database.ts';
import { importing, scratch } from '../../harness/import.ts';

type Content = string | Uint8Array;

/** Imports the file twice: the second time changes nothing and rejects the same rows. */
async function twice(
  command: string,
  content: Content,
  options: { name?: string; before?: string[][] } = {},
) {
  const ctx = await newContext();
  for (const [before = '', rows = ''] of options.before ?? []) await importing(ctx, before, rows);
  const once = await importing(ctx, command, content, options.name);
  const again = await importing(ctx, command, content, options.name);
  for (const { counts } of again.kinds) expect(counts).toMatchObject({ added: 0, changed: 0 });
  expect(again.faults).toEqual(once.faults);
  return { report: once, ...(await stored(ctx.workspace.id)) };
}

async function stored(workspaceId: string) {
  const { prisma } = await testDatabase();
  const skus = await prisma.sku.findMany({ where: { workspaceId }, orderBy: { code: 'asc' } });
  const levels = await prisma.level.findMany({ where: { workspaceId }, orderBy: { bucket: 'asc' } });
  const orders = await prisma.order.findMany({
    where: { workspaceId },
    include: { lines: { orderBy: { ordinal: 'asc' } } },
    orderBy: { number: 'asc' },
  });
  return { skus, levels, orders, titles: skus.map(({ code, title }) => `${code}: ${title}`) };
}

const bytes = (...parts: readonly (string | number)[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part))));
const swapped = (text: string) => Buffer.from(text, 'utf16le').swap16();
const table = 'code\ttitle\nTASSE\tGröße für Café\n';

test('one bad byte in UTF-8 rejects its row and spoils no other', async () => {
  const file = bytes('code,title\nTASSE,Größe\nBECHER,Bl', 0xfc, 'te\nCAFE,Café\n');
  const { report, titles } = await twice('products FILE', file);
  expect(titles).toEqual(['CAFE: Café', 'TASSE: Größe']);
  expect(report.said).toEqual([
    'file.csv is UTF-8 but for 1 character: rows with such a one in a column that is read are rejected.',
  ]);
  expect(report.faults).toEqual([
    { line: 3, column: 'title', value: 'Bl�te', reason: expect.stringContaining('was lost') },
  ]);
});

test('a bad byte in a column that no field reads is no fault', async () => {
  const file = bytes('code,title,note\nTASSE,Größe,', 0xff, '\n');
  expect((await twice('products FILE', file)).titles).toEqual(['TASSE: Größe']);
});

test.each<[string, string, Content, string]>([
  ['UTF-8 with a mark', '', `\uFEFF${table}`, 'UTF-8'],
  ['Windows-1252', '', Buffer.from(table, 'latin1'), 'Windows-1252 (Latin-1)'],
  ['UTF-16 with a mark', '', Buffer.from(`\uFEFF${table}`, 'utf16le'), 'UTF-16LE'],
  ['UTF-16 without a mark', '', Buffer.from(table, 'utf16le'), 'UTF-16LE'],
  ['big-endian UTF-16 with a mark', '', swapped(`\uFEFF${table}`), 'UTF-16BE'],
  ['big-endian UTF-16 without a mark', '', swapped(table), 'UTF-16BE'],
  [
    'what --encoding names',
    ' --encoding macintosh',
    bytes('code\ttitle\nTASSE\tGr', 0x9a, 0xa7, 'e f', 0x9f, 'r Caf', 0x8e, '\n'),
    'MACINTOSH',
  ],
])('%s is read, and the report says so', async (_, option, content, name) => {
  const { report, titles } = await twice(`products FILE${option}`, content);
  expect(titles).toEqual(['TASSE: Größe für Café']);
  expect(reportLines(report, { dryRun: false, allOrNothing: false })).toContain(
    `Read 1 row as ${name}, rejected 0.`,
  );
});

test('an unknown encoding is a mistake in the command', async () => {
  await expect(importing(await newContext(), 'products FILE --encoding klingon', table)).rejects.toThrow(
    '--encoding "klingon" is not known',
  );
});

test('a first line that names the separator is not the header', async () => {
  const { report, titles } = await twice(
    'products FILE',
    'sep=;\r\ncode;title;note\r\nMUG;Mug, blue, big;x\r\nPLATE;Plate\r\n',
  );
  expect(titles).toEqual(['MUG: Mug, blue, big']);
  expect(report.faults).toMatchObject([{ line: 4, reason: 'has 2 cells where the header has 3' }]);
});

test('what a spreadsheet did to a cell is a fault with a sentence', async () => {
  const file = [
    'code,title,barcode,price',
    '4.01E+12,a,,1',
    '4.01235E+12,a,,1',
    'MUG,a,4.01E+12,1',
    'MUG-2,#N/A,,1',
    'MUG-3,a,,#REF!',
    '01-Mar,a,,1',
    '2026-03-01 00:00:00,a,,1',
    'code,title,barcode,price',
    'MAR-24,2026-03-01,,1',
    '1E5,a,,1',
  ].join('\n');
  const { report, titles } = await twice('products FILE', file);
  expect(titles).toEqual(['1E5: a', 'MAR-24: 2026-03-01']);
  expect(report.faults.map(({ line, column, reason }) => `${line} ${column}: ${reason}`)).toEqual([
    '2 code: is a number that the spreadsheet shortened: its last digits are lost',
    '3 code: is a number that the spreadsheet shortened: its last digits are lost',
    '4 barcode: is a number that the spreadsheet shortened: its last digits are lost',
    '5 title: is an error of the spreadsheet',
    '6 price: is an error of the spreadsheet',
    '7 code: is a date: the spreadsheet changed a code into it',
    '8 code: is a date: the spreadsheet changed a code into it',
    '9 : repeats the header',
  ]);
});

test.each([
  ...['#BEZUG!', '#NV', '#wert!', '#¡REF!', '#¿NOMBRE?', '#ÜBERLAUF!'].map((cell) => [
    cell,
    'is an error of the spreadsheet',
  ]),
  ['########', 'is what a spreadsheet shows where a column is too narrow'],
  ['3/1/26', 'is a date: the spreadsheet changed a code into it'],
  ['01-03-2026', 'is a date: the spreadsheet changed a code into it'],
  ['12:30:00', 'is a time: the spreadsheet changed a code into it'],
  ['1001.0', 'is a number with decimals: a code was read as a number'],
])('%s is no code', async (cell, reason) => {
  const { report, titles } = await twice('products FILE', `code,title\n${cell},a\n`);
  expect([report.faults.map((fault) => fault.reason), titles]).toEqual([[reason], []]);
});

test('codes that only look a little like what a spreadsheet makes stay codes', async () => {
  const codes = ['#1042', '##', '10.01', '12:30', '1-2-3', '3/4', '31/12-A'];
  const { titles } = await twice('products FILE', `code\n${codes.join('\n')}\n`);
  expect(titles).toHaveLength(codes.length);
});

test('quotes in a tab-separated file are a sentence, or ordinary characters with --no-quotes', async () => {
  const file = 'code\ttitle\nNAIL\t"5 inch nails\nMUG\tMug\n';
  await expect(importing(await newContext(), 'products FILE', file)).rejects.toMatchObject({
    message: 'A quote opened at or after line 2 is never closed.',
    next: expect.stringContaining('--no-quotes'),
  });
  expect((await twice('products FILE --no-quotes', file)).titles).toEqual([
    'MUG: Mug',
    'NAIL: "5 inch nails',
  ]);
});

test.each<[string, Content, string, string]>([
  ['a JSON array', '[{"code": "MUG"}]', 'stock.json', 'stock.json is one JSON array, not JSON Lines.'],
  [
    'one JSON object',
    '{\n  "code": "MUG"\n}\n',
    'stock.json',
    'stock.json is one JSON object, not JSON Lines.',
  ],
  [
    'an Excel workbook',
    bytes('PK', 3, 4, 'x'),
    'stock.xlsx',
    'stock.xlsx is an Excel workbook or another archive.',
  ],
  [
    'an old Excel workbook',
    bytes(0xd0, 0xcf, 0x11, 0xe0, 'x'),
    'stock.xls',
    'stock.xls is an Excel workbook of the old kind.',
  ],
  [
    'columns of one name',
    'code,title,Title\nMUG,a,b\n',
    'file.csv',
    'The file has 2 columns of the name "title": "title", "Title".',
  ],
  [
    'a repeated column',
    'code,title,title\nMUG,a,b\n',
    'file.csv',
    'The file has 2 columns of the name "title": "title", "title (2)".',
  ],
])('%s is refused with a sentence, and nothing is loaded', async (_, content, name, sentence) => {
  const ctx = await newContext();
  await expect(importing(ctx, 'products FILE', content, name)).rejects.toThrow(sentence);
  expect((await stored(ctx.workspace.id)).skus).toEqual([]);
});

test('one of two columns of the same name can be chosen', async () => {
  const file = 'code,title,Title\nMUG,a,b\n';
  expect((await twice('products FILE --map title=Title', file)).titles).toEqual(['MUG: b']);
  expect((await twice('products FILE --ignore Title --map title=', file)).titles).toEqual(['MUG: MUG']);
});

test('a folder is no file, and a place for rejected rows that cannot be written is refused before anything is loaded', async () => {
  const folder = await scratch();
  const wishes = { origin: 'file', format: null, encoding: null, quotes: true };
  await expect(inspectFile(folder, wishes)).rejects.toThrow('is a folder');
  await expect(inspectFile(join(folder, 'none.csv'), wishes)).rejects.toThrow('cannot be read: ENOENT');
  await mkdir(join(folder, 'taken'));
  for (const path of [join(folder, 'none', 'rejects.csv'), join(folder, 'taken')])
    await expect(refuseRejectsAt(path, { path: folder, dryRun: false })).rejects.toThrow(
      `Rejected rows cannot be written to ${path}`,
    );
});

test('quantities and moments beyond what is stored are faults of their field', async () => {
  const before = [
    ['locations FILE', 'code\nHAM\n'],
    ['products FILE', 'code\nMUG\n'],
  ];
  const file = [
    'sku,location,on_hand,committed,as_of',
    'MUG,HAM,2147483648,,2026-02-01',
    'MUG,HAM,4006381333931,,2026-02-01',
    'MUG,HAM,2147483647,-5,2026-02-01',
    'MUG,HAM,5,,12026-02-01',
  ].join('\n');
  const { report } = await twice('levels FILE', file, { before });
  expect(report.faults.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    '2 on_hand is too large',
    '3 on_hand is too large',
    '4 on_hand is beyond 100,000,000',
    '5 as_of is not in the years 1 to 9999',
  ]);
});

test('fault lines show control and direction characters written out', async () => {
  const file = 'code,price\nMUG,1\u202E4\u001B[2J\nPLATE,\u200Bx\nA\u202E,1,2\n';
  const { report } = await twice('products FILE', file);
  expect(reportLines(report, { dryRun: false, allOrNothing: false }).slice(0, 3)).toEqual([
    '  line 2: price "1\\u{202E}4\\u{1B}[2J" holds control characters',
    '  line 3: price "\\u{200B}x" is not a number',
    '  line 4: row "A\\u{202E} 1" has 3 cells where the header has 2',
  ]);
});

test('--set wins over a column of that name and says so; a column or a field can be left unread', async () => {
  const file = 'code,title,price,supplier\nMUG,Mug,5,Acme\n';
  const { report, skus } = await twice(
    'products FILE --set supplier=Potters --map price= --ignore title',
    file,
  );
  expect(skus).toMatchObject([{ title: 'MUG', supplier: 'Potters', priceMinor: null }]);
  expect(report.said).toEqual([
    'The column "supplier" is not read: --set gives supplier the value "Potters".',
    '2 columns are not read: price, supplier.',
  ]);
  const both = readArguments(['products', 'x.csv', '--map', 'price=A', '--set', 'price=1'], []);
  await expect(both).rejects.toThrow('price has a column and a fixed value in the command line');
});

test('rows are left out by a rule and counted', async () => {
  const file = 'code,title,state\nMUG,Mug,live\nOLD,Old mug,GONE\n';
  const { report, titles } = await twice('products FILE --skip state=gone', file);
  expect(titles).toEqual(['MUG: Mug']);
  expect(reportLines(report, { dryRun: false, allOrNothing: false })).toContain(
    'Left out: 1 (rows with state "gone")',
  );
});
