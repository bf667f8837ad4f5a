import { expect, test } from 'vitest';
import { imports } from '../core/declare/import.ts';
import { contributionsOf } from '../core/runtime/contributions.ts';
import { features } from '../features/index.ts';
import { checkRecord, fieldsIn } from './check.ts';
import type { DateOrder } from './dates.ts';

const signs = ['', '-', '+', '−', '(', '="', "'", '#', '€', 'US$', ' '];
const cells = [
  ...[
    '2026-11-01T10:00+25:00',
    '2026-11-01T10:00+02:75',
    '2026-11-01T10:00:00-99',
    '99999-99-99',
    '0000-00-00',
  ],
  ...[
    '2026-02-30T99:99:99.999999999Z',
    '31.02.2026 99:99',
    '1/1/0001',
    '12:30 PM',
    '20269999',
    '79999,99999999999999',
  ],
  ...[
    '9'.repeat(400),
    `0.${'0'.repeat(400)}1`,
    '1e999',
    '0x10',
    'NaN',
    'Infinity',
    '-0',
    '1.2.3,4',
    ',',
    '.',
    '--1',
    "1'0'0",
  ],
  ...[
    '٣',
    '\u0000',
    '\uD800',
    '\uFFFD',
    '\u202E',
    '🫖'.repeat(700),
    'constructor',
    '__proto__',
    'toString',
    'XXX',
    'EUO',
  ],
].flatMap((cell) => signs.map((sign) => sign + cell));

test.each<DateOrder>(['iso', 'mdy', 'dmy'])(
  'no cell stops an import: it is read or refused (%s)',
  (dates) => {
    for (const kind of contributionsOf(features).of(imports)) {
      const sources = kind.fields.map(({ name }) => [name, { is: 'column', column: name }] as const);
      const mapping = { sources: new Map(sources), translations: new Map(), fillDown: null, leaveOut: [] };
      const style = { dates, decimal: null, timeZone: 'Europe/Berlin', currency: 'EUR' };
      for (const cell of cells) {
        const record = {
          line: 2,
          cells: Object.fromEntries(kind.fields.map(({ name }) => [name, cell])),
          trouble: null,
        };
        const { row, faults } = checkRecord(fieldsIn(kind, mapping), record, mapping, style, {});
        expect(Object.keys(row.values).length + faults.length).toBe(kind.fields.length);
      }
    }
  },
);
