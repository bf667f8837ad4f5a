import {
  blockId,
  boolean,
  byType,
  type Check,
  type Issue,
  integer,
  is,
  isObject,
  list,
  number,
  object,
  oneOf,
  refuse,
  string,
} from './check.ts';
import { richText } from './rich-text.ts';

const COLUMNS = 20;
const rawText = object({ type: is('raw_text'), text: string(3_000) });
const rawNumber = object({ type: is('raw_number'), value: number, text: string(255) });
const cells = { raw_text: rawText, raw_number: rawNumber, rich_text: richText };
const row = list(byType(cells, 'a table cell'), COLUMNS);

const setting = object({}, { align: oneOf('left', 'center', 'right'), is_wrapped: boolean });
/** A null leaves a column as it is. */
const columnSetting: Check = (value, pointer, issues) => {
  if (value !== null) setting(value, pointer, issues);
};

export const table: Check = object(
  { type: is('table'), rows: list(row, 100) },
  {
    block_id: blockId,
    column_settings: list(columnSetting, COLUMNS),
  },
);

export const dataTable: Check = object(
  { type: is('data_table'), rows: list(row, 101, 2), caption: string(3_000) },
  { block_id: blockId, page_size: integer(1, 100), row_header_column_index: integer(0, COLUMNS - 1) },
  sameColumns,
);

/** The first row is the header: plain text, and as long as every other row. */
function sameColumns(
  { rows, row_header_column_index }: Record<string, unknown>,
  pointer: string,
  issues: Issue[],
) {
  const [header, ...rest] = (Array.isArray(rows) ? rows : []) as unknown[];
  if (!Array.isArray(header)) return;
  for (const [i, cell] of header.entries()) {
    if (isObject(cell) && cell.type === 'rich_text')
      refuse(issues, `${pointer}/rows/0/${i}/type`, 'unsupported type: rich_text');
  }
  for (const [i, other] of rest.entries()) {
    if (Array.isArray(other) && other.length !== header.length)
      refuse(issues, `${pointer}/rows/${i + 1}`, `must have ${header.length} cells like the header`);
  }
  if (Number(row_header_column_index ?? 0) >= header.length)
    refuse(issues, `${pointer}/row_header_column_index`, 'there is no such column');
}
