import { useEffect, useRef } from 'preact/hooks';
import type { Change, SandboxClient } from '../client.ts';

/**
 * Deals with what changed in the sandbox, gathered for a frame; what changes meanwhile waits for its turn. `first` is
 * dealt with at once.
 */
export function useChanges(
  client: SandboxClient,
  deal: (changes: Change[]) => Promise<void>,
  first: Change[] = [],
): void {
  const latest = useRef(deal);
  latest.current = deal;
  useEffect(() => {
    let gathered = first;
    let busy = true;
    const run = async () => {
      while (gathered.length > 0) {
        const changes = gathered;
        gathered = [];
        await latest.current(changes);
      }
      busy = false;
    };
    void run();
    return client.subscribe((change) => {
      gathered = [...gathered, change];
      if (busy) return;
      busy = true;
      requestAnimationFrame(() => void run());
    });
  }, [client]);
}
