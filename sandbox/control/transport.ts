import type { Change } from '../state/types.ts';
import type { ControlCalls } from './calls.ts';

/** The client's connection to the sandbox: over HTTP, or direct in one process. */
export interface Transport {
  call<K extends keyof ControlCalls>(name: K, args: ControlCalls[K][0]): Promise<ControlCalls[K][1]>;
  subscribe(listener: (change: Change) => void): () => void;
  close(): void;
}

/** Calls `/control/<name>` and listens to one stream of `/control/events`, shared by all subscribers. */
export class HttpTransport implements Transport {
  #origin: string;
  #listeners = new Set<(change: Change) => void>();
  #stream: AbortController | undefined;

  constructor(url: string) {
    this.#origin = url.replace(/\/$/, '');
  }

  async call<K extends keyof ControlCalls>(name: K, args: ControlCalls[K][0]): Promise<ControlCalls[K][1]> {
    const answer = await fetch(`${this.#origin}/control/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    });
    const body = (await answer.json()) as
      | { ok: true; result: ControlCalls[K][1] }
      | { ok: false; error: string };
    if (!body.ok) throw new Error(body.error);
    return body.result;
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    if (!this.#stream) {
      this.#stream = new AbortController();
      void this.#listen(this.#stream.signal);
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  close(): void {
    this.#stream?.abort();
    this.#stream = undefined;
    this.#listeners.clear();
  }

  async #listen(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const answer = await fetch(`${this.#origin}/control/events`, { signal });
        if (answer.body) await this.#read(answer.body);
      } catch {
        // The sandbox is gone or restarting; the next round shows.
      }
      if (!signal.aborted) await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    const reader = body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const parts = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = parts.pop() ?? '';
      for (const part of parts) {
        // The stream opens with `hello`: waits that began before it was open check again.
        const data = part.replace(/^data: /, '');
        for (const listener of [...this.#listeners]) listener(JSON.parse(data) as Change);
      }
    }
  }
}
