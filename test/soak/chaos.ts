import { setTimeout as wait } from 'node:timers/promises';
import type { CrashShop } from '../harness/crash-shop.ts';
import type { Running } from '../harness/processes.ts';
import type { Chance } from './chance.ts';

/** Two replicas that are started again whenever one of them ends. */
export class Replicas {
  readonly #shop: CrashShop;
  readonly #running: (Running | null)[] = [null, null];
  #started = 0;

  constructor(shop: CrashShop) {
    this.#shop = shop;
  }

  async start(): Promise<void> {
    for (const at of this.#running.keys()) if (this.#running[at] === null) await this.#startAt(at);
  }

  async #startAt(at: number): Promise<void> {
    this.#started += 1;
    this.#running[at] = await this.#shop.replica(`r${this.#started}`);
  }

  async kill(at: number): Promise<void> {
    const one = this.#running[at];
    if (!one) return;
    this.#running[at] = null;
    one.child.kill('SIGKILL');
    await one.ended();
    await this.#startAt(at);
  }

  async freeze(at: number, ms: number): Promise<void> {
    const one = this.#running[at];
    one?.child.kill('SIGSTOP');
    await wait(ms);
    one?.child.kill('SIGCONT');
  }

  /** What they logged: faults of ours are among it. */
  output(): string {
    return this.#running.map((one) => one?.output() ?? '').join('\n');
  }
}

type Trouble = (shop: CrashShop, replicas: Replicas, chance: Chance) => Promise<void>;

const methods = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'views.open'] as const;

/** Each kind of trouble, by its name in the report. */
const troubles: Readonly<Record<string, Trouble>> = {
  kill: async (_, replicas, chance) => await replicas.kill(chance.below(2)),
  freeze: async (_, replicas, chance) => await replicas.freeze(chance.below(2), 1_000 + chance.below(6_000)),
  'Slack fails': async ({ slack }, _, chance) =>
    void (await slack.fault({
      method: chance.of(methods),
      kind: 'server_error',
      status: 503,
      times: 1 + chance.below(4),
    })),
  'Slack loses a reply': async ({ slack }, _, chance) =>
    void (await slack.fault({ method: chance.of(methods), kind: 'drop', times: 1 })),
  'Slack is slow': async ({ slack }, _, chance) =>
    void (await slack.fault({ method: chance.of(methods), kind: 'slow', ms: 2_500, times: 3 })),
  'Slack limits the rate': async ({ slack }, _, chance) =>
    void (await slack.fault({ method: chance.of(methods), kind: 'ratelimited', retry_after: 1, times: 2 })),
  'the database stops': async ({ proxy }, _, chance) => {
    proxy.stop();
    await wait(500 + chance.below(3_500));
    proxy.start();
  },
  'connections are terminated': async ({ prisma }) => {
    await prisma.$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`;
  },
  'a COMMIT is not answered': async ({ proxy }) => proxy.cutAfterCommit(),
};

/** One trouble after another until `until`. Returns how often each came. */
export async function makeTrouble(
  shop: CrashShop,
  replicas: Replicas,
  chance: Chance,
  until: number,
): Promise<Readonly<Record<string, number>>> {
  const came: Record<string, number> = {};
  const names = Object.keys(troubles);
  while (performance.now() < until) {
    await wait(1_000 + chance.below(3_000));
    const name = chance.of(names);
    came[name] = (came[name] ?? 0) + 1;
    await troubles[name]?.(shop, replicas, chance);
  }
  return came;
}
