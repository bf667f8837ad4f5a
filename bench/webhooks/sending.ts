import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from './deliveries.ts';

/** What a sender is told to do. */
export interface Sending {
  readonly url: string;
  readonly rate: number;
  readonly total: number;
  readonly deliveryOf: (n: number) => Delivery;
  /** Throws after a request to stop. */
  readonly goOn: () => void;
}

export interface Sent {
  /** Milliseconds from when each should have left until its 2xx, the shortest first. */
  readonly times: readonly number[];
  /** Attempts without a 2xx, after which a delivery was sent again. */
  readonly again: number;
}

const timeoutMs = 5_000;
const pauseMs = 500;
const tickMs = 5;

/**
 * Sends so many a second, whether they are answered or not, and each again until it has its 2xx, as vendors do. A delivery
 * that leaves late because others are slow counts from when it should have left.
 */
export async function sendAll({ url, rate, total, deliveryOf, goOn }: Sending): Promise<Sent> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const times: number[] = [];
  let again = 0;
  const began = performance.now();
  const sendOne = async (n: number) => {
    const delivery = deliveryOf(n);
    for (;;) {
      const status = await post(url, delivery, agent);
      if (status >= 200 && status < 300) break;
      goOn();
      again += 1;
      await wait(pauseMs);
    }
    times.push(performance.now() - began - (n / rate) * 1_000);
  };
  const all: Promise<void>[] = [];
  const start = (n: number) => {
    const one = sendOne(n);
    // Awaited at the end, with all others.
    one.catch(() => {});
    all.push(one);
  };
  while (all.length < total) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1_000) * rate));
    while (all.length < due) start(all.length);
    goOn();
    await wait(tickMs);
  }
  await Promise.all(all);
  agent.destroy();
  return { times: times.sort((a, b) => a - b), again };
}

/** The status; 0: there was none. */
async function post(url: string, { body, headers }: Delivery, agent: Agent): Promise<number> {
  return await new Promise((resolve) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) };
    const sent = request(
      url,
      { method: 'POST', agent, timeout: timeoutMs, headers: { ...headers, ...length } },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0)).on('error', () => resolve(0));
      },
    );
    sent.on('timeout', () => sent.destroy()).on('error', () => resolve(0));
    sent.end(body);
  });
}
