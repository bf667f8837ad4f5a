import { useState } from 'preact/hooks';
import type { TrafficEntry } from '../../client.ts';
import { TrafficRow } from './traffic-row.tsx';

const SHOWN = 200;

/** Calls and deliveries, the newest first. */
export function Traffic({ entries }: { entries: TrafficEntry[] }) {
  const [typed, setTyped] = useState('');
  const [direction, setDirection] = useState<'both' | TrafficEntry['direction']>('both');
  const [onlyFailed, setOnlyFailed] = useState(false);
  const wanted = typed.toLowerCase();
  const found = entries.filter(
    (e) =>
      (direction === 'both' || e.direction === direction) &&
      (!onlyFailed || failed(e)) &&
      `${e.kind} ${e.name} ${e.outcome}`.toLowerCase().includes(wanted),
  );
  return (
    <>
      <div class="filters">
        <input
          class="field"
          aria-label="Filter by method, event or outcome"
          placeholder="Filter"
          data-testid="traffic-filter"
          value={typed}
          onInput={(e) => setTyped(e.currentTarget.value)}
        />
        <select
          class="field"
          aria-label="Direction"
          value={direction}
          onChange={(e) => setDirection(e.currentTarget.value as typeof direction)}
        >
          <option value="both">Both ways</option>
          <option value="from_app">From the app</option>
          <option value="to_app">To the app</option>
        </select>
        <label>
          <input
            type="checkbox"
            checked={onlyFailed}
            onChange={(e) => setOnlyFailed(e.currentTarget.checked)}
          />
          Failed
        </label>
      </div>
      <ol class="traffic">
        {found
          .slice(-SHOWN)
          .reverse()
          .map((entry) => (
            <TrafficRow key={entry.id} entry={entry} failed={failed(entry)} />
          ))}
      </ol>
      {found.length === 0 && (
        <p class="nothing">
          {entries.length === 0 ? 'Nothing has been sent or received yet.' : 'Nothing matches.'}
        </p>
      )}
      {found.length > SHOWN && (
        <p class="nothing">
          The newest {SHOWN} of {found.length}.
        </p>
      )}
    </>
  );
}

function failed(entry: TrafficEntry): boolean {
  return entry.outcome !== 'ok' && entry.outcome !== 'acknowledged';
}
