import { usePage } from '../store.ts';

/** The sockets, the rates and the whole workspace. */
export function Connections() {
  const { client, act, overview, say } = usePage();
  const socket = overview.delivery === 'socket';
  const open = overview.connections;
  const next = (kind: 'duplicate' | 'out_of_order') => act(client.fault({ method: 'events', kind }));
  const wrong = (kind: 'forged' | 'stale') => act(client.fault({ method: 'requests', kind }));
  return (
    <>
      {socket && (
        <section class="panel">
          <h2>Sockets</h2>
          <p>{open === 1 ? '1 socket is open.' : `${open} sockets are open.`}</p>
          <div class="block-actions">
            <button
              type="button"
              class="button small"
              onClick={() => act(client.disconnectSockets('refresh_requested'))}
            >
              Refresh
            </button>
            <button type="button" class="button small" onClick={() => act(client.disconnectSockets('drop'))}>
              Drop
            </button>
            <button type="button" class="button small" onClick={() => act(client.appRateLimited())}>
              Send app_rate_limited
            </button>
          </div>
        </section>
      )}
      <section class="panel">
        <h2>The next event</h2>
        <div class="block-actions">
          <button type="button" class="button small" onClick={() => next('duplicate')}>
            Arrives twice
          </button>
          <button type="button" class="button small" onClick={() => next('out_of_order')}>
            Arrives late
          </button>
        </div>
      </section>
      {!socket && (
        <section class="panel">
          <h2>The next request</h2>
          <div class="block-actions">
            <button type="button" class="button small" onClick={() => wrong('forged')}>
              Is signed with a wrong secret
            </button>
            <button type="button" class="button small" onClick={() => wrong('stale')}>
              Is six minutes old
            </button>
          </div>
        </section>
      )}
      <section class="panel">
        <h2>Workspace</h2>
        <label class="check">
          <input
            type="checkbox"
            checked={overview.rate_limits}
            onChange={(e) => act(client.rateLimits(e.currentTarget.checked))}
          />
          Refuse calls over Slack’s rates
        </label>
        <button
          type="button"
          class="button small danger"
          data-testid="reset"
          onClick={() => act(client.reset().then(() => say('The workspace is back to its file')))}
        >
          Reset the workspace
        </button>
      </section>
    </>
  );
}
