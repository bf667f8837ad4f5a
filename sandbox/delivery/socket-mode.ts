import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { parseObject } from '../server/body.ts';
import { type Ack, type Carrier, type Envelope, readAckBody } from './envelope.ts';

const MOST_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
const GOODBYE_MS = 500;

export interface SocketModeOptions {
  appId: string;
  ackTimeoutMs: number;
  newTicket: () => string;
  onChange: () => void;
  /** The app sent what is no JSON object. */
  onUnreadable: (text: string) => void;
}

interface Waiting {
  acknowledged: (body: unknown) => void;
  giveUp: () => void;
}

/** Socket Mode: hands out tickets, greets connections, and sends each envelope to exactly one of them. */
export class SocketMode implements Carrier {
  #options: SocketModeOptions;
  #server = new WebSocketServer({ noServer: true });
  #sockets: WebSocket[] = [];
  #tickets = new Set<string>();
  #waiting = new Map<string, Waiting>();
  #turn = 0;

  constructor(options: SocketModeOptions) {
    this.#options = options;
  }

  get connections(): number {
    return this.#sockets.length;
  }

  /** A one-use URL for a new connection, as returned by `apps.connections.open`. */
  connectionUrl(origin: string): string {
    const ticket = this.#options.newTicket();
    this.#tickets.add(ticket);
    return `${origin.replace(/^http/, 'ws')}/link/?ticket=${ticket}&app_id=${this.#options.appId}`;
  }

  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (url.pathname !== '/link/' || !this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#welcome(ws));
  }

  async send(envelope: Envelope): Promise<Ack> {
    const started = performance.now();
    const latency = () => performance.now() - started;
    const open = this.#sockets.filter((ws) => ws.readyState === ws.OPEN);
    const socket = open[this.#turn++ % Math.max(open.length, 1)];
    if (!socket) return { outcome: 'not_connected', latency_ms: latency() };
    return new Promise((resolve) => {
      const settle = (ack: Omit<Ack, 'latency_ms'>) => {
        clearTimeout(clock);
        this.#waiting.delete(envelope.envelope_id);
        resolve({ ...ack, latency_ms: latency() });
      };
      const clock = setTimeout(() => settle({ outcome: 'timed_out' }), this.#options.ackTimeoutMs);
      this.#waiting.set(envelope.envelope_id, {
        acknowledged(body) {
          const response = envelope.accepts_response_payload ? readAckBody(body) : undefined;
          settle({ outcome: 'acknowledged', ...(response ? { response } : {}) });
        },
        giveUp: () => settle({ outcome: 'not_connected' }),
      });
      const { retry_attempt = 0, retry_reason = '', ...rest } = envelope;
      const retry = envelope.type === 'events_api' ? { retry_attempt, retry_reason } : {};
      socket.send(JSON.stringify({ ...rest, ...retry }));
    });
  }

  /** Sends every connection a raw envelope that is not a delivery, such as `app_rate_limited`. */
  broadcast(message: unknown): void {
    for (const ws of this.#sockets) ws.send(JSON.stringify(message));
  }

  /** Asks the app to reconnect, as Slack does every few hours; `drop` cuts the connection without notice. */
  disconnect(reason: 'refresh_requested' | 'warning' | 'link_disabled' | 'drop', only?: number): void {
    for (const ws of this.#sockets.filter((_, i) => only === undefined || i === only)) {
      if (reason === 'drop') ws.terminate();
      else ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
    }
  }

  /**
   * Says goodbye and closes connections that do not answer; an app that is just stopping would otherwise see an error.
   */
  async close(): Promise<void> {
    const goodbyes = this.#sockets.map(async (ws) => {
      const impatient = setTimeout(() => ws.terminate(), GOODBYE_MS);
      const closed = once(ws, 'close');
      ws.close(1001);
      await closed;
      clearTimeout(impatient);
    });
    for (const waiting of [...this.#waiting.values()]) waiting.giveUp();
    await Promise.all(goodbyes);
    this.#server.close();
  }

  #welcome(ws: WebSocket): void {
    if (this.#sockets.length >= MOST_CONNECTIONS) {
      ws.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      ws.close();
      return;
    }
    this.#sockets.push(ws);
    const ping = setInterval(() => ws.ping('Ping from Slack'), PING_EVERY_MS);
    ws.on('message', (data) => this.#receive(data.toString()));
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      clearInterval(ping);
      this.#sockets = this.#sockets.filter((other) => other !== ws);
      this.#options.onChange();
    });
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#sockets.length,
        debug_info: { host: 'sandbox', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: this.#options.appId },
      }),
    );
    this.#options.onChange();
  }

  #receive(text: string): void {
    const message = parseObject(text);
    if (!message) {
      this.#options.onUnreadable(text);
      return;
    }
    this.#waiting.get(String(message.envelope_id ?? ''))?.acknowledged(message.payload);
  }
}
