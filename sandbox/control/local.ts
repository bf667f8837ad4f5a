import type { Slack } from '../state/slack.ts';
import type { Change } from '../state/types.ts';
import type { ControlActions } from './actions.ts';
import type { ControlCalls } from './calls.ts';
import type { Transport } from './transport.ts';

/** The control API without HTTP, for the sandbox's own process. Results are copies, as over the wire. */
export class LocalTransport implements Transport {
  #slack: Slack;
  #actions: ControlActions;
  #unsubscribe = new Set<() => void>();

  constructor(slack: Slack, actions: ControlActions) {
    this.#slack = slack;
    this.#actions = actions;
  }

  async call<K extends keyof ControlCalls>(name: K, args: ControlCalls[K][0]): Promise<ControlCalls[K][1]> {
    return structuredClone(await this.#actions[name](structuredClone(args)));
  }

  subscribe(listener: (change: Change) => void): () => void {
    const unsubscribe = this.#slack.feed.subscribe(listener);
    this.#unsubscribe.add(unsubscribe);
    return () => {
      unsubscribe();
      this.#unsubscribe.delete(unsubscribe);
    };
  }

  close(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
  }
}
