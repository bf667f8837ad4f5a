// The worker's side: runs the bench's tasks one after the other, and ends when the bench is gone.
import type { Answer, Task } from '../worker.ts';

export function serve(work: (task: Task) => Promise<number>): void {
  process.on('message', async (task: Task) => {
    const before = process.cpuUsage();
    const done = await work(task);
    const { user, system } = process.cpuUsage(before);
    process.send?.({ done, cpu: (user + system) / 1_000 } satisfies Answer);
  });
  process.on('disconnect', () => process.exit(1));
  process.send?.({ done: 0, cpu: 0 } satisfies Answer);
}
