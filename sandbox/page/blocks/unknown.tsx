import type { Json } from '../../state/types.ts';

/** A block the page has no drawing for, or one it could not draw: its JSON says what it is. */
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
