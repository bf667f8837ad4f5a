import { useEffect, useRef } from 'preact/hooks';
import type { Change, SandboxClient } from '../client.ts';

/**
 * Handles changes in the sandbox, gathered per frame; changes during the work wait for their turn. `first` is handled
 * at once.
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
