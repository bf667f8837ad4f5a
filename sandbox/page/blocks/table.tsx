import type { Json } from '../../state/types.ts';
import { RichText } from './rich-text.tsx';

/** A table: its first row is the head, columns align as asked, wide ones scroll in their own frame. */
export function Table({ block }: { block: Json }) {
  const [head, ...rows] = block.rows as Json[][];
  const settings = (block.column_settings as (Json | undefined)[] | undefined) ?? [];
  const look = (column: number) => {
    const { align = 'left', is_wrapped = false } = settings[column] ?? {};
    return `align-${String(align)} ${is_wrapped ? 'wrapped' : ''}`;
  };
  return (
    <div class="table-frame">
      <table>
        <thead>
          <tr>
            {head?.map((cell, i) => (
              <th key={String(i)} class={look(i)} scope="col">
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => (
            <tr key={String(r)}>
              {row.map((cell, i) => (
                <td key={String(i)} class={look(i)}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell }: { cell: Json }) {
  return cell.type === 'rich_text' ? <RichText block={cell} /> : String(cell.text ?? '');
}
