import { simpleImport } from '../../../core/declare/simple-import.ts';
import { isTimeZone } from '../../../core/time/time-zone.ts';
import { integerOf, textOf } from '../../../core/tokens/import-row.ts';
import {
  codeFault,
  defaultStaleMinutes,
  type Location,
  lastPosition,
  locationKinds,
  mostName,
  records,
  usualRecord,
} from '../location/model.ts';
import { analyzeLocations, locationsByCode, writeLocations } from '../location/store.ts';
import { missingLocation } from '../missing.ts';
import { importLocationsPermission } from '../permissions.ts';

export const importLocations = simpleImport<Location>({
  name: 'locations',
  summary: 'warehouses, shops and partners that hold stock',
  permission: importLocationsPermission,
  after: [],
  key: ['code'],
  fields: [
    { name: 'code', required: true, type: 'code', summary: 'a short code, unique whatever its case' },
    { name: 'name', required: false, type: 'text', summary: 'its name; the code when there is none' },
    { name: 'kind', required: false, type: 'text', oneOf: locationKinds, summary: 'warehouse when empty' },
    { name: 'time_zone', required: false, type: 'text', summary: 'IANA name; when empty, the workspace’s' },
    {
      name: 'record',
      required: false,
      type: 'text',
      oneOf: records,
      also: ['stock_record', 'stock_numbers', 'numbers_kept'],
      summary:
        'who keeps the stock numbers of a new one; when empty, outside for a 3PL or a marketplace, else ours',
    },
    { name: 'position', required: false, type: 'integer', summary: 'its place in lists, the lowest first' },
    {
      name: 'stale_after',
      required: false,
      type: 'integer',
      summary: 'minutes after which its numbers are old',
    },
  ],
  check(row) {
    const fault = (column: string, reason: string) => {
      const value = String(row.values[column] ?? '');
      return { line: row.line, column, value, reason };
    };
    const wrongCode = codeFault(textOf(row, 'code') ?? '');
    if (wrongCode) return fault('code', wrongCode);
    if (!isTimeZone(textOf(row, 'time_zone') ?? 'UTC')) return fault('time_zone', 'is not an IANA time zone');
    if ((textOf(row, 'name') ?? '').length > mostName)
      return fault('name', `is longer than ${mostName} characters`);
    const negative = ['position', 'stale_after'].find((field) => (integerOf(row, field) ?? 0) < 0);
    return negative ? fault(negative, 'is negative') : null;
  },
  // Whose numbers count is changed in Slack alone, which knows what waits to be entered.
  clash(row, { code, record }) {
    const said = textOf(row, 'record');
    if (said === null || said === record) return null;
    const reason = `is not who keeps its numbers (${record}): \`/ops location ${code}\` changes that`;
    return { line: row.line, column: 'record', value: said, reason };
  },
  read: (row, before, { workspace }) => ({
    code: before?.code ?? textOf(row, 'code') ?? '',
    name: textOf(row, 'name') ?? before?.name ?? textOf(row, 'code') ?? '',
    kind: textOf(row, 'kind') ?? before?.kind ?? 'warehouse',
    timeZone: textOf(row, 'time_zone') ?? before?.timeZone ?? workspace.timeZone,
    record: before?.record ?? textOf(row, 'record') ?? usualRecord(textOf(row, 'kind') ?? 'warehouse'),
    position: integerOf(row, 'position') ?? before?.position ?? lastPosition,
    staleAfterMinutes: integerOf(row, 'stale_after') ?? before?.staleAfterMinutes ?? defaultStaleMinutes,
  }),
  existing: locationsByCode,
  same: (a, b) => JSON.stringify(tell(a)) === JSON.stringify(tell(b)),
  tell,
  async write({ tx, ids, now }, locations) {
    await writeLocations(
      tx,
      locations.map(({ after }) => ({ ...after, id: ids.uuid(now) })),
    );
    const added = locations.filter(({ before }) => before === null);
    return { arrived: added.map(({ after }) => missingLocation(after.code)) };
  },
  analyze: analyzeLocations,
});

function tell({ code, name, kind, timeZone, record, position, staleAfterMinutes }: Location) {
  return { code, name, kind, timeZone, record, position, staleAfterMinutes };
}
