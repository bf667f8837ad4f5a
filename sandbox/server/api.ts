import type { IncomingMessage, ServerResponse } from 'node:http';
import { callMethod } from '../methods/call.ts';
import type { Fault } from '../state/faults.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import { parseArguments, readBody, sendJson } from './body.ts';

/** `/api/<method>`: the Web API, with whatever fault was asked for this call. */
export async function serveApi(
  slack: Slack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const raw = parseArguments(request.headers['content-type'] ?? '', await readBody(request));
  const { token: inBody, ...args } = raw ?? {};
  const note = (answer: unknown, outcome: string) =>
    slack.journal.record({
      direction: 'from_app',
      kind: 'method',
      name,
      request: args,
      response: answer,
      outcome,
      latency_ms: performance.now() - started,
    });
  const fault = slack.faults.take(name);
  if (fault?.kind === 'drop') {
    note(null, 'dropped');
    request.socket.destroy();
    return;
  }
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms ?? 1_000));
  const refusal = fault && refuseBy(fault);
  if (refusal) {
    note(refusal.body, refusal.outcome);
    sendJson(response, refusal.status, refusal.body, refusal.headers);
    return;
  }
  const header = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? (typeof inBody === 'string' ? inBody : undefined);
  const answer = raw ? await callMethod(slack, name, raw, token) : { ok: false, error: 'invalid_json' };
  if (fault?.kind === 'timeout') {
    // Accepted and done, but the answer is lost: the line stays open until the caller gives up.
    note(answer, 'answer lost');
    return;
  }
  note(answer, answer.ok === true ? 'ok' : String(answer.error));
  sendJson(response, 200, answer, { 'x-oauth-scopes': [...slack.app.scopes].join(',') });
}

function refuseBy(
  fault: Fault,
): { status: number; body: Json; headers: Record<string, string>; outcome: string } | undefined {
  if (fault.kind === 'ratelimited') {
    const headers = { 'retry-after': String(fault.retry_after ?? 1) };
    return { status: 429, body: { ok: false, error: 'ratelimited' }, headers, outcome: 'ratelimited' };
  }
  if (fault.kind === 'server_error') {
    const status = fault.status ?? 503;
    return {
      status,
      body: { ok: false, error: 'service_unavailable' },
      headers: {},
      outcome: `HTTP ${status}`,
    };
  }
  if (fault.kind === 'error') {
    const error = fault.error ?? 'internal_error';
    return { status: 200, body: { ok: false, error }, headers: {}, outcome: error };
  }
  return undefined;
}
