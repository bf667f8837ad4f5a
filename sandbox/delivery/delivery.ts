import { randomUUID } from 'node:crypto';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import type { Ack, Carrier, EnvelopeType, RetryReason } from './envelope.ts';
import { type EventName, missingScope } from './events.ts';
import { HttpCarrier } from './http.ts';
import type { SocketMode } from './socket-mode.ts';

/** After a failed first attempt Slack retries an event at once, after a minute and after five. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/** Events that an app receives after it was uninstalled. */
const FAREWELLS = new Set(['app_uninstalled', 'tokens_revoked']);

interface SentEvent {
  event: Json;
  channelIsShared: boolean;
}

/** Delivers commands, interactions and events to the app, and records each outcome. */
export class Delivery {
  readonly socketMode: SocketMode;
  #slack: Slack;
  #carrier: Carrier;
  #events = new Map<string, SentEvent>();
  #held: SentEvent[] = [];

  constructor(slack: Slack, socketMode: SocketMode, carrier: Carrier) {
    this.#slack = slack;
    this.socketMode = socketMode;
    this.#carrier = carrier;
  }

  /** Delivers a command or interaction: once, without retries. */
  async request(type: 'slash_commands' | 'interactive', name: string, payload: Json): Promise<Ack> {
    if (type === 'interactive' && !this.#slack.manifest.settings.interactivity.is_enabled) {
      this.#slack.journal.problem('interactivity_off', name, 'the manifest does not enable interactivity');
      return { outcome: 'not_connected', latency_ms: 0 };
    }
    if (this.#slack.installation.status === 'uninstalled') return { outcome: 'not_connected', latency_ms: 0 };
    return this.#attempt(type, name, payload);
  }

  /** Whether the app echoes Slack's challenge, which Slack requires before it saves a request URL. */
  async verifyUrl(): Promise<boolean> {
    if (!(this.#carrier instanceof HttpCarrier)) return false;
    return this.#carrier.verifyUrl(this.#slack.app.verification_token);
  }

  /** Delivers an event that the manifest subscribes to; undefined for others. Resolves after the first attempt. */
  async event(
    event: Json & { type: string },
    subscription: EventName,
    shared = false,
  ): Promise<Ack | undefined> {
    if (!this.#slack.manifest.settings.event_subscriptions.bot_events.includes(subscription))
      return undefined;
    const missing = missingScope(subscription, this.#slack.app.scopes);
    if (missing) {
      this.#slack.journal.problem('missing_scope', `the event ${subscription}`, `needed ${missing}`);
      return undefined;
    }
    const gone = this.#slack.installation.status === 'uninstalled';
    if (gone && !FAREWELLS.has(event.type)) return undefined;
    const sent = { event, channelIsShared: shared };
    const fault = this.#slack.faults.takeEvent();
    if (fault?.kind === 'out_of_order') {
      this.#held.push(sent);
      return undefined;
    }
    const id = this.#slack.ids.next('Ev');
    const ack = await this.#first(id, sent);
    if (fault?.kind === 'duplicate') await this.redeliver(id, fault.new_id === true);
    await this.releaseHeld();
    return ack;
  }

  /** Delivers the events that were held back. */
  async releaseHeld(): Promise<void> {
    for (const sent of this.#held.splice(0)) await this.#first(this.#slack.ids.next('Ev'), sent);
  }

  #first(id: string, sent: SentEvent): Promise<Ack> {
    this.#events.set(id, sent);
    return this.#sendEvent(id, sent);
  }

  forget(): void {
    this.#events.clear();
    this.#held = [];
  }

  knows(eventId: string): boolean {
    return this.#events.has(eventId);
  }

  /** Delivers an event once more: as the same event, or under a new id as Slack sometimes does. */
  redeliver(eventId: string, newId: boolean): Promise<Ack> {
    const sent = this.#events.get(eventId);
    if (!sent) throw new Error(`No event ${eventId} was delivered`);
    const id = newId ? this.#slack.ids.next('Ev') : eventId;
    this.#events.set(id, sent);
    return this.#sendEvent(id, sent, 1, 'timeout');
  }

  async #sendEvent(id: string, sent: SentEvent, attempt = 0, reason?: RetryReason): Promise<Ack> {
    const { app, workspace, clock } = this.#slack;
    const payload: Json = {
      token: app.verification_token,
      team_id: workspace.team.id,
      context_team_id: workspace.team.id,
      context_enterprise_id: null,
      api_app_id: app.app_id,
      event: sent.event,
      type: 'event_callback',
      event_id: id,
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.team.id,
          user_id: app.bot_user_id,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: sent.channelIsShared,
      event_context: `4-${id}`,
    };
    const ack = await this.#attempt('events_api', String(sent.event.type), payload, attempt, reason);
    const wait = RETRY_AFTER_MS[attempt];
    if (ack.outcome !== 'acknowledged' && !isFinal(ack) && wait !== undefined) {
      const again = () => void this.#sendEvent(id, sent, attempt + 1, retryReason(ack));
      if (wait === 0) queueMicrotask(again);
      else clock.after(wait, again);
    }
    return ack;
  }

  async #attempt(
    type: EnvelopeType,
    name: string,
    payload: Json,
    attempt = 0,
    reason?: RetryReason,
  ): Promise<Ack> {
    const ack = await this.#carrier.send({
      envelope_id: randomUUID(),
      type,
      payload,
      accepts_response_payload: type !== 'events_api',
      ...(attempt > 0 && reason ? { retry_attempt: attempt, retry_reason: reason } : {}),
    });
    this.#slack.journal.record({
      direction: 'to_app',
      kind: type,
      name,
      request: payload,
      response: ack.response ?? null,
      outcome: ack.outcome,
      latency_ms: ack.latency_ms,
    });
    if (ack.no_address !== undefined) {
      this.#slack.journal.problem('no_request_url', `${type} ${name}`, ack.no_address);
    } else if (ack.flaw) {
      const taken = 'the app accepted a request that is not Slack’s';
      if (ack.outcome === 'acknowledged')
        this.#slack.journal.problem(`${ack.flaw}_request_taken`, `${type} ${name}`, taken);
    } else if (ack.outcome !== 'acknowledged') {
      const detail = ack.status === undefined ? ack.outcome : `${ack.outcome} with HTTP ${ack.status}`;
      this.#slack.journal.problem('not_acknowledged', `${type} ${name}`, detail);
    }
    return ack;
  }
}

/** The app asked for no more attempts, or no other one would have an address either. */
function isFinal(ack: Ack): boolean {
  return ack.no_retry === true || ack.no_address !== undefined;
}

function retryReason(ack: Ack): RetryReason {
  if (ack.outcome === 'timed_out') return 'http_timeout';
  return ack.outcome === 'refused' ? 'http_error' : 'connection_failed';
}
