import type { Json } from '../../state/types.ts';
import { RichText } from './rich-text.tsx';

/** A table: its first row is the head, columns are aligned as declared, wide ones scroll in their own frame. */
export function Table({ block }: { block: Json }) {
  const [head, ...rows] = block.rows as Json[][];
  const settings = (block.column_settings as (Json | undefined)[] | undefined) ?? [];
  const look = (column: number) => {
    const { align = 'left', is_wrapped = false } = settings[column] ?? {};
    return `align-${String(align)} ${is_wrapped ? 'wrapped' : ''}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls sideways is reached with the keyboard.
    <section class="table-frame" aria-label="Table" tabIndex={0}>
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
    </section>
  );
}

export function Cell({ cell }: { cell: Json | undefined }) {
  if (cell?.type === 'rich_text') return <RichText block={cell} />;
  return <>{String(cell?.text ?? cell?.value ?? '')}</>;
}
