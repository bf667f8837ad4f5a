import { useState } from 'preact/hooks';
import type { TrafficEntry } from '../../client.ts';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Json } from './json.tsx';

const KIND: Record<string, string> = {
  method: 'Web API',
  response_url: 'response_url',
  slash_commands: 'command',
  interactive: 'interaction',
  events_api: 'event',
  upload: 'upload',
};

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' });

/** One call or delivery; when open, it shows what was sent and what came back. */
export function TrafficRow({ entry, failed }: { entry: TrafficEntry; failed: boolean }) {
  const [open, setOpen] = useState(false);
  const toApp = entry.direction === 'to_app';
  return (
    <li class={failed ? 'failed' : undefined} data-testid="traffic-entry">
      <button type="button" class="traffic-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class={toApp ? 'way to-app' : 'way'} title={toApp ? 'To the app' : 'From the app'}>
          <Icon name={toApp ? 'right' : 'left'} label={toApp ? 'To the app' : 'From the app'} />
        </span>
        <span class="traffic-name">
          <b>{entry.name}</b>
          <small>
            {KIND[entry.kind] ?? entry.kind} · {clock.format(entry.at)}
          </small>
        </span>
        <span class="outcome">{entry.outcome}</span>
        <span class="latency">{milliseconds(entry.latency_ms)}</span>
      </button>
      {open && (
        <div class="payloads">
          <Json title={toApp ? 'Payload' : 'Arguments'} value={entry.request} />
          <Json title={toApp ? 'Acknowledgement' : 'Answer'} value={entry.response} />
          <Redeliver entry={entry} />
        </div>
      )}
    </li>
  );
}

/** An event may arrive twice, even with different ids: the app must handle both. */
function Redeliver({ entry }: { entry: TrafficEntry }) {
  const { client, act } = usePage();
  const id = (entry.request as { event_id?: string } | null)?.event_id;
  if (entry.kind !== 'events_api' || !id) return null;
  return (
    <p class="block-actions">
      <button type="button" class="button small" onClick={() => act(client.redeliver(id))}>
        Deliver again
      </button>
      <button type="button" class="button small" onClick={() => act(client.redeliver(id, { newId: true }))}>
        With a new event id
      </button>
    </p>
  );
}

function milliseconds(ms: number): string {
  return ms < 1_000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms` : `${(ms / 1_000).toFixed(1)} s`;
}
