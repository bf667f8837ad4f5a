import { useRef, useState } from 'preact/hooks';
import type { ActiveFault, Change, Problem, SandboxClient, TrafficEntry } from '../../client.ts';
import { useChanges } from '../use-changes.ts';

const KEPT = 2_000;

export interface Behind {
  traffic: TrafficEntry[];
  problems: Problem[];
  faults: ActiveFault[];
}

/** Keeps up with calls and problems while the inspector is open: reads only new traffic. */
export function useTraffic(client: SandboxClient): Behind {
  const [behind, setBehind] = useState<Behind>({ traffic: [], problems: [], faults: [] });
  const known = useRef(behind);
  const look = async (changes: Change[]) => {
    const anew = changes.some((c) => c.type === 'reset' || c.type === 'hello');
    const { traffic, problems } = known.current;
    const after = anew ? undefined : traffic.at(-1)?.id;
    const [come, refused, faults] = await Promise.all([
      client.traffic(after ? { after } : {}),
      anew || changes.some((c) => c.type === 'problem') ? client.problems() : problems,
      // Every call may have used one up.
      client.faults(),
    ]);
    known.current = { traffic: after ? [...traffic, ...come].slice(-KEPT) : come, problems: refused, faults };
    setBehind(known.current);
  };
  useChanges(client, look, [{ type: 'hello' }]);
  return behind;
}
