import autocannon from 'autocannon';
import type { Ask, Question } from './questions.ts';
import { signedCommand } from './slack.ts';

export interface Target {
  readonly url: string;
  readonly ask: Ask;
  readonly responseUrl: string;
}

export interface Slot {
  readonly requests: number;
  readonly seconds: number;
}

// Questions keep counting from slot to slot, so that a large catalogue is not asked for the same few SKUs again.
let asked = 0;

/** The next question to an app. */
function nextQuestion({ ask, responseUrl }: Pick<Target, 'ask' | 'responseUrl'>): Question {
  asked += 1;
  return ask(asked, responseUrl);
}

/** Sends requests for `seconds` at the given concurrency. Throws when one answer is missing, late or wrong. */
export async function fire(target: Target, connections: number, seconds: number): Promise<Slot> {
  const wrong: string[] = [];
  const result = await autocannon({
    url: target.url,
    connections,
    duration: seconds,
    // How precisely the end of the slot is found.
    sampleInt: 20,
    requests: [
      {
        setupRequest(request, context: { shows?: readonly string[] }) {
          const { request: next, shows } = nextQuestion(target);
          context.shows = shows;
          return { ...request, ...next };
        },
        onResponse(status, body, context: { shows?: readonly string[] }) {
          if (!isRight(status, body, context.shows ?? [])) wrong.push(`${status} ${body.slice(0, 200)}`);
        },
      },
    ],
  });
  if (result.errors > 0) throw new Error(`${target.url}: ${result.errors} requests got no answer.`);
  if (wrong.length > 0) throw new Error(`${target.url}: ${wrong.length} wrong answers, such as: ${wrong[0]}`);
  return { requests: result.requests.total, seconds: result.duration };
}

function isRight(status: number, body: string, shows: readonly string[]): boolean {
  return status === 200 && shows.every((text) => body.includes(text));
}

/** Milliseconds until the next answer is there. Throws when it is wrong. */
export async function timeAnswer(target: Target): Promise<number> {
  const { request, shows } = nextQuestion(target);
  const began = performance.now();
  const answer = await fetch(target.url, request);
  const body = await answer.text();
  const took = performance.now() - began;
  if (!isRight(answer.status, body, shows))
    throw new Error(`${request.body}: ${answer.status} ${body.slice(0, 500)}, without: ${shows.join(' | ')}`);
  return took;
}

/** One answer, for comparing the peers. */
export async function askOnce(target: Target, code: string): Promise<unknown> {
  const response = await fetch(target.url, signedCommand(`/stock ${code}`, 0, target.responseUrl));
  return await response.json();
}
