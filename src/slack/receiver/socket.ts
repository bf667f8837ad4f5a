import { setTimeout as wait } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { SocketModeClient } from '@slack/socket-mode';
import type { SlackConfig } from '../../config.ts';
import type { Clock } from '../../core/runtime/clock.ts';
import { singleTry } from '../web/client.ts';
import { passes } from '../web/errors.ts';
import { boltLogger } from '../web/logger.ts';
import { refusalOf } from '../web/outcome.ts';
import { type Envelope, readEnvelope } from './envelope.ts';
import { type ReceiverTools, receive } from './receive.ts';

/**
 * How long a line may leave our pings unanswered. Either process pauses for a second or two now and then; a dead line is
 * noticed within about ten seconds.
 */
const patienceMs = 6_000;
/** A line that closes sooner counts as a failure, so the next pause is longer. */
const soundMs = 10_000;
const firstPauseMs = 100;
const longestPauseMs = 30_000;
/** The pause between attempts after Slack refused our token. */
const refusedMs = 60_000;
/** How long a stop waits for Slack's side to close. */
const goodbyeMs = 1_000;

export interface SocketTools extends ReceiverTools {
  readonly clock: Clock;
  readonly slack: Pick<SlackConfig, 'appToken' | 'apiUrl'>;
}

/**
 * Socket Mode. The client's own reconnecting is off: it waits for the ping timeout first and is deaf meanwhile. This one
 * reconnects at once, with growing pauses while lines do not last.
 */
export class SocketReceiver implements Receiver {
  readonly #tools: SocketTools;
  readonly #line: Line;
  readonly #stopped = new AbortController();
  #app: App | null = null;

  constructor(tools: SocketTools) {
    this.#tools = tools;
    this.#line = new Line(tools, (envelope) => void this.#hear(envelope));
  }

  init(app: App): void {
    this.#app = app;
  }

  /** Resolves when the line is open. Throws when Slack refuses our token; retries everything else. */
  async start(): Promise<void> {
    await this.#open();
    void this.#keepOpen();
  }

  deaf(): string | null {
    return this.#line.isOpen() ? null : 'the line to Slack is closed';
  }

  async stop(): Promise<void> {
    this.#stopped.abort();
    await Promise.race([this.#line.disconnect(), wait(goodbyeMs)]);
  }

  async #keepOpen(): Promise<void> {
    const { clock, log } = this.#tools;
    for (let pauseMs = 0; !this.#stopped.signal.aborted; ) {
      const openedAt = clock.elapsed();
      await this.#line.ended();
      pauseMs = clock.elapsed() - openedAt > soundMs ? 0 : longer(pauseMs);
      await this.#pause(pauseMs);
      try {
        await this.#open();
      } catch (error) {
        log.error({ err: error }, 'Slack refuses our app token: nothing is heard until it is replaced');
        await this.#pause(refusedMs);
      }
    }
  }

  async #open(): Promise<void> {
    for (let pauseMs = 0; !this.#stopped.signal.aborted; pauseMs = longer(pauseMs)) {
      await this.#pause(pauseMs);
      try {
        await this.#line.start();
        // Stopped meanwhile, when there was no line to close yet.
        if (this.#stopped.signal.aborted) await this.#line.disconnect();
        return;
      } catch (error) {
        if (isRefused(error)) throw error;
        const reason = error ?? new Error('It closed before Slack said hello.');
        this.#tools.log.warn({ err: reason, pauseMs }, 'the line to Slack could not be opened');
      }
    }
  }

  async #pause(ms: number): Promise<void> {
    if (ms > 0) await wait(ms, null, { signal: this.#stopped.signal }).catch(() => {});
  }

  async #hear(envelope: Envelope): Promise<void> {
    const { log } = this.#tools;
    if (envelope.is !== 'delivery') return log.warn('a message without an envelope was ignored');
    const ack = async (response: unknown) => await this.#line.acknowledge(envelope.id, response);
    const fate = this.#app && (await receive(this.#app, { payload: envelope.payload, ack }, this.#tools));
    // Slack need not send a malformed delivery again. It may redeliver everything else.
    if (fate?.was === 'malformed')
      await ack(undefined).catch((error) =>
        log.info({ err: error }, 'a malformed delivery was not acknowledged'),
      );
  }
}

const longer = (pauseMs: number) => Math.min(pauseMs === 0 ? firstPauseMs : pauseMs * 4, longestPauseMs);

/** Slack refuses for good: somebody must change the token. */
function isRefused(error: unknown): boolean {
  const reason = refusalOf(error);
  return reason !== null && !passes(reason);
}

/** Slack's client, used for greeting, pings and closing only. We read the deliveries ourselves. */
class Line extends SocketModeClient {
  readonly #heard: (envelope: Envelope) => void;

  constructor({ log, slack }: SocketTools, heard: (envelope: Envelope) => void) {
    super({
      appToken: slack.appToken ?? '',
      logger: boltLogger(log),
      clientPingTimeout: patienceMs,
      autoReconnectEnabled: false,
      clientOptions: singleTry(slack, log),
    });
    this.#heard = heard;
  }

  isOpen(): boolean {
    return this.websocket?.isActive() ?? false;
  }

  /** Resolves when the line is closed. */
  async ended(): Promise<void> {
    if (this.isOpen()) await new Promise((resolve) => this.once('disconnected', resolve));
  }

  /** The client would emit any envelope type as an event, such as `close`, and throw when a part is missing. */
  protected override async onWebSocketMessage(data: string | ArrayBuffer, isBinary: boolean): Promise<void> {
    if (isBinary) return;
    const envelope = readEnvelope(String(data));
    if (envelope.is === 'control') await super.onWebSocketMessage(data, false);
    else this.#heard(envelope);
  }

  async acknowledge(id: string, response: unknown): Promise<void> {
    const line = this.websocket;
    if (!line?.isActive()) throw new Error('The line is closed.');
    const payload = typeof response === 'string' ? { text: response } : (response ?? {});
    await new Promise<void>((resolve, reject) => {
      line.send(JSON.stringify({ envelope_id: id, payload }), (error) => (error ? reject(error) : resolve()));
    });
  }
}
