import type { Json } from '../../state/types.ts';

/** A block that the page does not know or could not draw: shows its JSON. */
export function UnknownBlock({ block }: { block: Json }) {
  return (
    <details class="unknown-block" data-testid="unknown-block">
      <summary>
        The page cannot draw this <code>{String(block.type)}</code> block
      </summary>
      <pre>{JSON.stringify(block, null, 2)}</pre>
    </details>
  );
}
