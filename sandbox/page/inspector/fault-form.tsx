import { useState } from 'preact/hooks';
import type { Fault } from '../../client.ts';
import { usePage } from '../store.ts';

type Kind = Exclude<Fault['kind'], 'duplicate' | 'out_of_order' | 'forged' | 'stale'>;

/** Each kind of fault, and its one setting. */
const KINDS: Record<Kind, { words: string; detail?: { label: string; field: keyof Fault; usual: string } }> =
  {
    ratelimited: {
      words: '429 ratelimited',
      detail: { label: 'Retry-After in seconds', field: 'retry_after', usual: '2' },
    },
    server_error: { words: '5xx', detail: { label: 'HTTP status', field: 'status', usual: '503' } },
    error: {
      words: 'An error code',
      detail: { label: 'Error code', field: 'error', usual: 'internal_error' },
    },
    timeout: { words: 'Done, but the answer is lost' },
    slow: { words: 'Slow', detail: { label: 'Milliseconds', field: 'ms', usual: '4000' } },
    drop: { words: 'Connection dropped' },
  };

export function FaultForm({ methods }: { methods: string[] }) {
  const { client, act } = usePage();
  const [method, setMethod] = useState('*');
  const [kind, setKind] = useState<Kind>('server_error');
  const [detail, setDetail] = useState('');
  const [times, setTimes] = useState('1');
  const asked = KINDS[kind].detail;
  const add = (e: Event) => {
    e.preventDefault();
    const given = detail || asked?.usual || '';
    const value = asked?.field === 'error' ? given : Number(given);
    const fault = { method, kind, times: Number(times), ...(asked ? { [asked.field]: value } : {}) };
    void act(client.fault(fault as Fault));
  };
  return (
    <form class="panel fault-form" onSubmit={add}>
      <h2>Make a call fail</h2>
      <label>
        Method
        <input
          class="field"
          list="called-methods"
          data-testid="fault-method"
          value={method}
          onInput={(e) => setMethod(e.currentTarget.value)}
        />
        <datalist id="called-methods">
          <option value="*" />
          {methods.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </label>
      <label>
        How
        <select
          class="field"
          data-testid="fault-kind"
          value={kind}
          onChange={(e) => {
            setKind(e.currentTarget.value as Kind);
            setDetail('');
          }}
        >
          {Object.entries(KINDS).map(([name, { words }]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {asked && (
        <label>
          {asked.label}
          <input
            class="field"
            data-testid="fault-detail"
            placeholder={asked.usual}
            value={detail}
            onInput={(e) => setDetail(e.currentTarget.value)}
          />
        </label>
      )}
      <label>
        Calls
        <input
          class="field"
          type="number"
          min="1"
          data-testid="fault-times"
          value={times}
          onInput={(e) => setTimes(e.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" data-testid="fault-add">
        Make it fail
      </button>
    </form>
  );
}
