import type { ActiveFault, TrafficEntry } from '../../client.ts';
import { usePage } from '../store.ts';
import { Connections } from './connections.tsx';
import { FaultForm } from './fault-form.tsx';

/** Faults to come: in the next calls of a method, in the sockets, or by rates. */
export function Faults({ faults, traffic }: { faults: ActiveFault[]; traffic: TrafficEntry[] }) {
  const { client, act } = usePage();
  const methods = traffic.filter((e) => e.kind === 'method').map((e) => e.name);
  return (
    <>
      <FaultForm methods={[...new Set(methods)].sort()} />
      <section class="panel">
        <h2>To come</h2>
        {faults.length === 0 ? (
          <p class="nothing">No faults are set.</p>
        ) : (
          <>
            <ul class="waiting">
              {faults.map((fault, i) => (
                <li key={String(i)} data-testid="fault">
                  <code>{fault.method === '*' ? 'any method' : fault.method}</code> {describe(fault)}
                  <span class="push-right">{fault.left === 1 ? '1 call' : `${fault.left} calls`}</span>
                </li>
              ))}
            </ul>
            <button
              type="button"
              class="button small"
              data-testid="clear-faults"
              onClick={() => act(client.clearFaults())}
            >
              Clear all faults
            </button>
          </>
        )}
      </section>
      <Connections />
    </>
  );
}

function describe(fault: ActiveFault): string {
  switch (fault.kind) {
    case 'ratelimited':
      return `429, Retry-After ${fault.retry_after ?? 1}`;
    case 'server_error':
      return `HTTP ${fault.status ?? 503}`;
    case 'error':
      return fault.error ?? 'internal_error';
    case 'slow':
      return `${fault.ms ?? 1_000} ms late`;
    case 'timeout':
      return 'done, the answer lost';
    case 'drop':
      return 'connection dropped';
    case 'duplicate':
      return fault.new_id ? 'twice, the second with a new id' : 'delivered twice';
    case 'out_of_order':
      return 'after the next one';
    case 'forged':
      return 'signed with a wrong secret';
    case 'stale':
      return 'six minutes old';
  }
}
