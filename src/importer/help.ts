import type { ImportKind } from '../core/declare/import.ts';
import type { ImportField } from '../core/tokens/import-row.ts';
import { presets } from './presets/index.ts';

/** `inFull`: the kinds whose fields are shown. */
export function usage(kinds: readonly ImportKind[], inFull: readonly ImportKind[]): string {
  return [
    'npm run import -- <kind>[,<kind>] <file> [options]',
    'npm run import -- deliveries amazon <file> [--workspace <name>]   notifications: JSON, or JSON lines',
    '',
    ...kinds.map((kind) => `  ${kind.name.padEnd(10)} ${kind.summary}`),
    '',
    '  --preset <name>      how a known export is read; see below',
    '  --source <name>      what it comes from, such as 3PL; else the preset. /ops feeds tells sources apart by it',
    '  --map field=Column   which column holds a field; without a column: the field is left out; may be repeated',
    '  --set field=value    the same value for every row, whatever its columns say; may be repeated',
    '  --ignore Column      as if the file had no such column; may be repeated',
    '  --skip Column=text   leave out rows with this text in the column; may be repeated',
    '  --translate field:text=value   read this text of a field as another, such as a location’s code; may be repeated',
    '  --mapping <file>     all of them in a JSON or YAML file: map: {…}, set: {…}, ignore: […], skip: {…}, translate: {field: {…}}',
    '  --format csv|jsonl   else recognised by the file name and the first character',
    '  --encoding <name>    such as utf-8, utf-16le, windows-1252, shift_jis; else recognised',
    '  --no-quotes          a quote is an ordinary character: for tab-separated files that never quote',
    '  --dates iso|mdy|dmy  how to read 12/1/2010',
    '  --decimal point|comma   how to read 1.234; without it such a value is refused',
    '  --time-zone <IANA>   for times without an offset; else the workspace’s',
    '  --partial            the file tells a part of its orders: their other lines stay',
    '  --whole              the file tells all lines of its orders: lines it leaves out are taken away',
    '  --create-locations   levels: a location that nobody knows is added, named by its code; edit it with /ops location',
    '  --dry-run            count and check only',
    '  --all-or-nothing     load nothing if any row is rejected',
    '  --workspace <name>   if there are several',
    '  --rejects <path>     file for rejected rows; else <file>.rejects.csv in the working directory',
    '',
    'Presets:',
    ...presets.map((preset) => `  ${preset.name.padEnd(20)} ${preset.summary}`),
    '',
    ...inFull.flatMap((kind) => [`Fields of ${kind.name} (* required):`, ...kind.fields.map(fieldLine)]),
  ].join('\n');
}

function fieldLine({ name, required, type, oneOf, summary, also = [] }: ImportField): string {
  const others = also.length > 0 ? `; also "${also.join('", "')}"` : '';
  return `  ${`${name}${required ? '*' : ''}`.padEnd(20)} ${oneOf?.join('|') ?? type}: ${summary}${others}`;
}
