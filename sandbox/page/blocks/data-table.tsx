import { useState } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Icon } from '../ui/icons.tsx';
import { Cell } from './table.tsx';

const PAGE_SIZE = 5;

/** A table that a reader can sort by column and page through. */
export function DataTable({ block }: { block: Json }) {
  const [head = [], ...rows] = block.rows as Json[][];
  const [sort, setSort] = useState<{ column: number; down: boolean }>();
  const [page, setPage] = useState(0);
  const size = Number(block.page_size ?? PAGE_SIZE);
  const sorted = sort ? [...rows].sort((a, b) => compare(a[sort.column], b[sort.column])) : rows;
  if (sort?.down) sorted.reverse();
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const shown = sorted.slice(page * size, (page + 1) * size);
  const named = Number(block.row_header_column_index ?? 0);
  const numeric = head.map((_, i) => rows.every((row) => row[i]?.type === 'raw_number'));
  return (
    <figure class="data-table">
      <figcaption>{String(block.caption)}</figcaption>
      <div class="table-frame">
        <table>
          <thead>
            <tr>
              {head.map((cell, i) => (
                <th
                  key={String(i)}
                  scope="col"
                  class={numeric[i] ? 'align-right' : 'align-left'}
                  aria-sort={sort?.column === i ? (sort.down ? 'descending' : 'ascending') : 'none'}
                >
                  <button
                    type="button"
                    onClick={() => setSort({ column: i, down: sort?.column === i && !sort.down })}
                  >
                    <Cell cell={cell} />
                    {sort?.column === i && <Icon name={sort.down ? 'down' : 'up'} />}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, r) => (
              <tr key={String(r)}>
                {row.map((cell, i) =>
                  i === named ? (
                    <th key={String(i)} scope="row" class={numeric[i] ? 'align-right' : 'align-left'}>
                      <Cell cell={cell} />
                    </th>
                  ) : (
                    <td key={String(i)} class={numeric[i] ? 'align-right' : 'align-left'}>
                      <Cell cell={cell} />
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && <Pager page={page} pages={pages} rows={rows.length} turn={setPage} />}
    </figure>
  );
}

function Pager(props: { page: number; pages: number; rows: number; turn: (page: number) => void }) {
  const { page, pages, rows, turn } = props;
  return (
    <p class="pager">
      <button type="button" class="quiet" disabled={page === 0} onClick={() => turn(page - 1)}>
        <Icon name="left" label="Previous page" />
      </button>
      <span>
        {page + 1} of {pages} · {rows} rows
      </span>
      <button type="button" class="quiet" disabled={page === pages - 1} onClick={() => turn(page + 1)}>
        <Icon name="right" label="Next page" />
      </button>
    </p>
  );
}

function compare(a: Json | undefined, b: Json | undefined): number {
  if (a?.type === 'raw_number' && b?.type === 'raw_number') return Number(a.value) - Number(b.value);
  return String(a?.text ?? '').localeCompare(String(b?.text ?? ''), 'en', { numeric: true });
}
