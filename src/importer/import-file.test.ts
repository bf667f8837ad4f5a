import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../test/harness/database.ts';
import { importing } from '../../test/harness/import.ts';
import { UsageError } from './usage-error.ts';

const skus = async (workspaceId: string) => {
  const { prisma } = await testDatabase();
  return await prisma.sku.findMany({
    where: { workspaceId },
    select: { code: true, title: true, priceMinor: true },
    orderBy: { code: 'asc' },
  });
};
const imported = async (content: string | Uint8Array, options = '', name = 'file.csv') => {
  const ctx = await newContext();
  const report = await importing(ctx, `products FILE${options && ` ${options}`}`, content, name);
  return { ctx, report, rows: await skus(ctx.workspace.id) };
};
const mug = { code: 'MUG-01', title: 'Blue mug', priceMinor: 1450n };

test.each([
  ['commas and LF', 'code,title,price\nMUG-01,Blue mug,14.50\n'],
  ['a byte-order mark and CRLF', '\uFEFFcode,title,price\r\nMUG-01,Blue mug,14.50\r\n'],
  ['semicolons, decimal comma and lone CR', 'code;title;price\rMUG-01;Blue mug;14,50\r'],
  ['tabs', 'code\ttitle\tprice\nMUG-01\tBlue mug\t14.50'],
  ['quotes', '"code","title","price"\n"MUG-01","Blue mug","14.50"'],
  ['empty lines and cells at the end', 'code,title,price,,\n\nMUG-01,Blue mug,14.50,,\n,,,,\n\n'],
  ['other letters and spaces in the header', 'Code , TITLE,Price\nMUG-01,  Blue mug , 14.50 '],
])('%s are read', async (_, content) => {
  expect((await imported(content)).rows).toEqual([mug]);
});

test('characters that show as nothing are left out of cells and headers; control characters are refused', async () => {
  const hostile = 'co\u200Bde,title,price\nMUG\u200B-01\u202E,Blue\uFEFF mug,14.50\nMUG-02,Red\u0007 mug,1\n';
  const { rows, report } = await imported(hostile);
  expect(rows).toEqual([mug]);
  expect(report.faults).toEqual([
    { line: 3, column: 'title', value: 'Red\\u{7} mug', reason: 'holds control characters' },
  ]);
  const half = '{"code": "MUG-01", "title": "Blue \\ud83d mug", "price": 14.50}\n';
  expect((await imported(half, '', 'file.jsonl')).rows).toEqual([{ ...mug, title: 'Blue \uFFFD mug' }]);
});

test('UTF-16 from Excel is read', async () => {
  const bytes = Buffer.from('\uFEFFcode\ttitle\tprice\nMUG-01\tBlue mug\t14.50\n', 'utf16le');
  expect((await imported(bytes)).rows).toEqual([mug]);
});

test('JSON Lines keep ids beyond 2^53 and every decimal digit', async () => {
  const line =
    '{"code": 9007199254740993, "title": "say \\"hi\\" 5", "price": 0.10, "x": {"y": [1, null]}}\n';
  const { rows } = await imported(line, '', 'file.jsonl');
  expect(rows).toEqual([{ code: '9007199254740993', title: 'say "hi" 5', priceMinor: 10n }]);
});

test('a JSON line that is nested for ever or lacks a key of an odd name is a row like any other', async () => {
  const deep = (open: string, close: string, depth = 100_000) =>
    `${open.repeat(depth)}1${close.repeat(depth)}`;
  const lines = [
    '{"code": "A", "constructor": "a"}',
    '{"code": "B"}',
    `{"code": "C", "x": ${deep('[', ']')}}`,
    `{"code": "D", "x": ${deep('{"a":', '}')}}`,
    `{"code": "E", "x": ${deep('[', ']', 5_000)}}`,
    `{"code": "F", "x": ${deep('{"a":', '}', 5_000)}}`,
  ];
  const { rows, report } = await imported(lines.join('\n'), '--map title=constructor', 'file.jsonl');
  expect(rows.map(({ code, title }) => [code, title])).toEqual([
    ['A', 'a'],
    ['B', 'B'],
  ]);
  expect(report.faults.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 is nested too deep',
    '4 is nested too deep',
    '5 is nested too deep',
    '6 is nested too deep',
  ]);
});

test('lines of JSON that cannot be read are faults, and repeat nothing', async () => {
  const { report } = await imported('{"code": "A"}\n{x\n{y\n[]\n{"code": "A"}\n', '', 'file.jsonl');
  expect(report).toMatchObject({ rejected: 3, repeated: 1 });
});

test('a JSON line that never closes a text full of quotes is refused at once', async () => {
  const open = `{"code": "A${'\\"'.repeat(400_000)}`;
  const started = performance.now();
  const { report } = await imported(`${open}\n{"code": "B", "title": "B"}\n`, '', 'file.jsonl');
  expect(report.faults).toMatchObject([{ line: 1, reason: 'is not a JSON object' }]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a column of CSV may have any name', async () => {
  const { rows } = await imported('code,constructor,__proto__\nA,a,b\nB,,\n', '--map title=constructor');
  expect(rows.map(({ code, title }) => [code, title])).toEqual([
    ['A', 'a'],
    ['B', 'B'],
  ]);
});

test('a key of JSON Lines is read or named, wherever it first comes', async () => {
  const early = Array.from({ length: 150 }, (_, n) => `{"code": "P${n}"}`);
  const { rows, report } = await imported(
    [...early, '{"code": "LATE", "price": 9.99, "Farbe": "blau"}'].join('\n'),
    '',
    'file.jsonl',
  );
  expect(rows.find(({ code }) => code === 'LATE')?.priceMinor).toBe(999n);
  expect(report.said).toEqual(['1 column is not read: Farbe.']);
});

test("refusals name the file's columns, whoever finds the fault", async () => {
  const ctx = await newContext();
  const of = async (command: string, file: string) => {
    const { faults, rejects } = await importing(ctx, command, file);
    const written = rejects?.split('\r\n').slice(1, -1) ?? [];
    expect(written.map((line) => line.split(',')[1])).toEqual(faults.map(({ column }) => column));
    return faults.map(({ line, column }) => `${line} ${column}`);
  };
  expect(await of('products FILE --map code=SKU --map price=Preis', 'SKU;Preis\nA;-5\nB;x\n')).toEqual(
    // The first pass comes first.
    ['3 Preis', '2 Preis'],
  );
  expect(
    await of('locations FILE --map code=Lager --map time_zone=Zone', 'Lager;Zone\nR T;\nB;Mars\nHAM;\n'),
  ).toEqual(['2 Lager', '3 Zone']);
  const orders = 'orders FILE --map number=Nr --map placed_at=Datum --map code=SKU --map quantity=Menge';
  const header = 'Nr;Datum;SKU;Menge;Bezahlt;Ort\n';
  const more = '--map paid_at=Bezahlt --map location=Ort';
  expect(await of(`${orders} ${more}`, `${header}1;2026-02-01;A;1;2026-02-02;HAM\n`)).toEqual([]);
  expect(
    await of(
      `${orders} ${more}`,
      `${header}1;2026-02-01;B;1;;\n2;2026-02-01;A;1;;X\n3;2026-02-01;A;1;;\n3;2026-02-01;A;-1;;\n`,
    ),
  ).toEqual(['2 Nr', '3 Ort', '5 Menge']);
  const levels = 'levels FILE --map sku=Artikel --map location=Lager --map available=Bestand';
  expect(await of(levels, 'Artikel;Lager;Bestand\nZZ;HAM;1\nA;XX;1\n')).toEqual(['2 Artikel', '3 Lager']);
});

test('columns that no field comes from are named', async () => {
  const { report } = await imported('code,title,Titel,Price EUR\nMUG-01,Mug,Becher,5\n');
  expect(report.said).toEqual(['2 columns are not read: Titel, Price EUR.']);
});

test('Latin-1 is read, and the report mentions it', async () => {
  const { rows, report } = await imported(Buffer.from('code,title\nTASSE,Größe für Café\n', 'latin1'));
  expect(rows[0]?.title).toBe('Größe für Café');
  expect(report.said).toEqual(['file.csv is not UTF-8: read as Windows-1252 (Latin-1).']);
});

test("a line break inside quotes is text, and line numbers match an editor's", async () => {
  const { rows, report } = await imported('code,title,price\nA,"two\nlines",1\nB,"5"" nails",2\nC,c,abc\n');
  expect(rows.map(({ title }) => title)).toEqual(['two\nlines', '5" nails']);
  expect(report.faults).toEqual([{ line: 5, column: 'price', value: 'abc', reason: 'is not a number' }]);
});

test.each(['\n', '\r\n', '\r'])(
  'line numbers are those of an editor in a file with the line ends %j',
  async (end) => {
    const cell = (...lines: readonly string[]) => `"${lines.join(end)}"`;
    const lines = [
      'code,title,price',
      '',
      `A,${cell('two', 'lines')},1`,
      ',,',
      `${cell('', '', '')},,`,
      `B,${cell('a ""q""', '', 'x')},bad`,
      'C,c,worse',
    ];
    const { report } = await imported(lines.join(end));
    expect(report.faults.map(({ line, value }) => `${line} ${value}`)).toEqual(['9 bad', '12 worse']);
  },
);

test('bad rows are listed with line, column, value, reason and the original row; the rest is loaded', async () => {
  const { rows, report } = await imported(
    'code,title,price\nA,a,1\n,no code,2\nB,b,=1+1\nC,c,3,4\nD\nE,e,5\n',
  );
  expect(rows.map(({ code }) => code)).toEqual(['A', 'E']);
  expect(report).toMatchObject({ read: 6, rejected: 4, written: true });
  expect(report.rejects?.split('\r\n')).toEqual([
    'Rejected line,Column,Value,Reason,code,title,price',
    '3,code,,is empty,,no code,2',
    "4,price,'=1+1,is not a number,B,b,'=1+1",
    '5,,C c 3,has 4 cells where the header has 3,C,c,3',
    '6,,D  ,has 1 cell where the header has 3,D,,',
    '',
  ]);
});

test('all or nothing: one bad row leaves the database unchanged', async () => {
  const { rows, report } = await imported('code,price\nA,1\nB,abc\n', '--all-or-nothing');
  expect(rows).toEqual([]);
  expect(report).toMatchObject({ read: 2, rejected: 1, written: false });
});

test('all or nothing: a fault that only the database finds rolls everything back', async () => {
  const ctx = await newContext();
  await importing(ctx, 'products FILE', 'code,aliases\nA,amazon:X1\n');
  const report = await importing(ctx, 'products FILE --all-or-nothing', 'code,aliases\nB,\nC,amazon:x1\n');
  expect(report.faults).toEqual([
    { line: 3, column: 'aliases', value: 'amazon:x1', reason: 'already names another product' },
  ]);
  expect((await skus(ctx.workspace.id)).map(({ code }) => code)).toEqual(['A']);
});

test('a dry run counts and changes nothing', async () => {
  const { rows, report } = await imported('code,price\nA,1\nB,abc\n', '--dry-run');
  expect(rows).toEqual([]);
  expect(report).toMatchObject({ written: false, rejectsPath: null, kinds: [{ counts: { added: 1 } }] });
});

test('all faults of a mapping are reported at once, each with the nearest name', async () => {
  const wrong = imported('Kode,Name\nA,a\n', '--map titel=Name --map price=Prise');
  await expect(wrong).rejects.toThrow(UsageError);
  await expect(imported('Kode,Name\nA,a\n', '--map titel=Name --map price=Nam')).rejects.toMatchObject({
    problems: [
      'There is no field "titel" (nearest: "title").',
      'The file has no column "Nam" for price (nearest: "Name").',
      'products needs code: the file\'s columns are "Kode" and "Name". Add --map code=<column>.',
    ],
  });
});

test.each([
  ['an empty file', '', 'is empty'],
  ['nothing but blanks', ' \n\n ', 'is empty'],
  ['a byte-order mark alone', Buffer.from([0xff, 0xfe]), 'file.csv is empty'],
  ['a byte-order mark and blanks', '\uFEFF\r\n', 'file.csv is empty'],
  ['nothing but separators', ',,,\n,,,\n', 'file.csv has no columns'],
  ['binary junk', Buffer.from([1, 2, 3, 0, 255, 254, 7, 0, 0]), 'is not text'],
  ['an Excel workbook', Buffer.from('PK\u0003\u0004rest'), 'Excel workbook'],
  ['a quote that is never closed', 'code,title\nA,"open\nB,b\n', 'A quote opened at or after line 2'],
  [
    'a cell of ten megabytes',
    `code,title\nA,"${'x'.repeat(10_000_000)}"\n`,
    'more than a million characters',
  ],
  [
    'a rejects file',
    'Rejected line,Column,Value,Reason,code\n3,code,,is empty,\n',
    'is a list of rejected rows',
  ],
])('%s is refused with a sentence', async (_, content, sentence) => {
  await expect(imported(content)).rejects.toThrow(sentence);
});

test('a header without rows is not a fault', async () => {
  const { report } = await imported('code,title\n');
  expect(report).toMatchObject({ read: 0, rejected: 0 });
});
