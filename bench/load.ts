import autocannon from 'autocannon';
import { codeOf } from './data.ts';
import { signedCommand } from './slack.ts';

export interface Target {
  readonly url: string;
  /** The number of SKUs to ask for. */
  readonly skus: number;
  /** Asks for every n-th SKU only. */
  readonly every?: number;
  readonly answers: boolean;
  readonly responseUrl: string;
}

export interface Slot {
  readonly requests: number;
  readonly seconds: number;
}

// Requests keep counting from slot to slot, so that a large catalogue is not asked for the same few SKUs again.
let asked = 0;
// Prime, and far larger than a page of rows: successive requests hit distant pages.
const stride = 611_953;

/** Sends requests for `seconds` at the given concurrency. Throws when one answer is missing, late or wrong. */
export async function fire(target: Target, connections: number, seconds: number): Promise<Slot> {
  const wrong: string[] = [];
  const next = () => {
    const n = asked++;
    const { skus, every = 1 } = target;
    const code = codeOf((((n * stride) % (skus / every)) + 1) * every);
    return { code, ...signedCommand(code, n, target.responseUrl) };
  };
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    // How precisely the end of the slot is found.
    sampleInt: 20,
    requests: [
      {
        setupRequest(request, context: { code?: string }) {
          const { code, ...signed } = next();
          context.code = code;
          return { ...request, ...signed };
        },
        onResponse(status, body, context: { code?: string }) {
          if (!isRight(target, status, body, context.code ?? ''))
            wrong.push(`${status} ${body.slice(0, 200)}`);
        },
      },
    ],
  });
  if (result.errors > 0) throw new Error(`${target.url}: ${result.errors} requests got no answer.`);
  if (wrong.length > 0) throw new Error(`${target.url}: ${wrong.length} wrong answers, such as: ${wrong[0]}`);
  return { requests: result.requests.total, seconds: result.duration };
}

function isRight(target: Target, status: number, body: string, code: string): boolean {
  if (status !== 200) return false;
  return !target.answers || (body.includes(' available') && body.includes(`${code} `));
}

/** One answer, for comparing the peers. */
export async function askOnce(target: Target, code: string): Promise<unknown> {
  const response = await fetch(target.url, signedCommand(code, 0, target.responseUrl));
  return await response.json();
}
