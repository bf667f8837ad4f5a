import { setTimeout as wait } from 'node:timers/promises';
import {
  type FilesUploadV2Arguments,
  type WebAPICallResult,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
  type WebClientOptions,
} from '@slack/web-api';
import type { SlackConfig } from '../../config.ts';
import type { Log } from '../../core/runtime/log.ts';
import { boltLogger } from './logger.ts';
import { mayRetry } from './methods.ts';
import { neverArrived } from './outcome.ts';

type Address = Pick<SlackConfig, 'apiUrl'>;

/** Retries end within seconds, because usually a person is waiting. */
const most = 2;
const firstPauseMs = 300;
/** If Slack demands a longer wait, the call fails and the person is told. */
const longestPauseMs = 2_000;

export function webOptions({ apiUrl }: Address, log: Log): WebClientOptions {
  return {
    retryConfig: { retries: most, minTimeout: firstPauseMs, maxTimeout: longestPauseMs },
    timeout: 10_000,
    // By default the client writes to the console, past our log and its redaction.
    logger: boltLogger(log),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}

/** For the outbox, which waits and retries by itself. */
export function singleTry(address: Address, log: Log): WebClientOptions {
  return { ...webOptions(address, log), retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
}

/** Retries a call only if it would do no harm should the first have taken effect. */
export class SlackClient extends WebClient {
  readonly #once: WebClient;

  readonly #heard: (answer: WebAPICallResult) => void;

  /** `heard` is told each answer. */
  constructor(
    config: Pick<SlackConfig, 'botToken' | 'apiUrl'>,
    log: Log,
    heard: (answer: WebAPICallResult) => void = () => {},
  ) {
    super(config.botToken, webOptions(config, log));
    this.#heard = heard;
    this.#once = new WebClient(config.botToken, singleTry(config, log));
  }

  override async apiCall(method: string, options: Record<string, unknown> = {}): Promise<WebAPICallResult> {
    const answer = mayRetry(method)
      ? await super.apiCall(method, options)
      : await unlessDone(async () => await this.#once.apiCall(method, options));
    this.#heard(answer);
    return answer;
  }

  override async filesUploadV2(options: FilesUploadV2Arguments) {
    return await unlessDone(async () => await this.#once.filesUploadV2(options));
  }
}

/** Rate-limited, or the connection was never made. */
function isCertainlyNotDone(error: unknown): boolean {
  if (error instanceof WebAPIRateLimitedError) return true;
  return error instanceof WebAPIRequestError && neverArrived(error.original);
}

/** Retries while the call certainly had no effect. */
async function unlessDone<T>(call: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const pauseMs =
        error instanceof WebAPIRateLimitedError ? error.retryAfter * 1_000 : firstPauseMs * 2 ** tries;
      if (tries >= most || !isCertainlyNotDone(error) || pauseMs > longestPauseMs) throw error;
      await wait(pauseMs);
    }
  }
}
