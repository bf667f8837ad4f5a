import type { Completion } from './completion.ts';

/** The completions of the typed text, above the composer. */
export function Completions(props: {
  offered: Completion[];
  chosen: number;
  choose: (index: number) => void;
  take: (completion: Completion) => void;
}) {
  const { offered, chosen, choose, take } = props;
  if (offered.length === 0) return null;
  return (
    <div class="completion" data-testid="completion" role="listbox" aria-label="Suggestions">
      {offered.map((c, i) => (
        <button
          key={c.completed}
          type="button"
          role="option"
          tabIndex={-1}
          aria-selected={i === chosen}
          onMouseEnter={() => choose(i)}
          onClick={() => take(c)}
        >
          <b>{c.label}</b>
          {c.hint && <code>{c.hint}</code>}
          <span>{c.note}</span>
        </button>
      ))}
    </div>
  );
}
