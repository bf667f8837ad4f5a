// The worker's side: runs the bench's tasks one after the other, and ends when the bench is gone.
import type { Answer, Task } from '../worker.ts';

/** How much was done, and with how many statements where somebody counts them. */
type Done = number | { readonly done: number; readonly statements: number };

export function serve(work: (task: Task) => Promise<Done>): void {
  process.on('message', async (task: Task) => {
    const before = process.cpuUsage();
    const outcome = await work(task);
    const { user, system } = process.cpuUsage(before);
    const { done, statements } = typeof outcome === 'number' ? { done: outcome, statements: 0 } : outcome;
    process.send?.({ done, statements, cpu: (user + system) / 1_000 } satisfies Answer);
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ done: 0, statements: 0, cpu: 0 } satisfies Answer);
}
