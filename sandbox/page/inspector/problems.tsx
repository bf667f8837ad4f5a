import type { Problem } from '../../client.ts';
import { usePage } from '../store.ts';

/** Everything the real Slack would have refused, or nobody would have seen. */
export function Problems({ problems }: { problems: Problem[] }) {
  const { client, act, overview } = usePage();
  const warned = overview.warnings.map((warning) => (
    <p key={warning} class="nothing" data-testid="warning">
      {warning}
    </p>
  ));
  if (problems.length === 0)
    return (
      <>
        {warned}
        <p class="nothing">Slack would have accepted everything the app did so far.</p>
      </>
    );
  return (
    <>
      {warned}
      <p class="filters">
        <span class="push-left">
          {problems.length === 1 ? '1 problem' : `${problems.length} problems`}, the newest first
        </span>
        <button type="button" class="button small" onClick={() => act(client.clearProblems())}>
          Clear
        </button>
      </p>
      <ol class="problems">
        {[...problems].reverse().map((p, i) => (
          <li key={`${p.at} ${i}`} data-testid="problem">
            <b>{p.kind}</b> <span>{p.where}</span>
            <p>{p.detail}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
