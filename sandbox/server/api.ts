import type { IncomingMessage, ServerResponse } from 'node:http';
import { callMethod } from '../methods/call.ts';
import { secondsToWait } from '../methods/rate.ts';
import type { Fault } from '../state/faults.ts';
import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import { readArguments } from './arguments.ts';
import { sendJson } from './body.ts';

/** `/api/<method>`: the Web API, with the next fault of the call, if any. */
export async function serveApi(
  slack: Slack,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const given = await readArguments(request);
  const authorization = request.headers.authorization ?? '';
  const args = { ...('args' in given ? given.args : {}), ...basicCredentials(authorization) };
  const note = (answer: unknown, outcome: string) =>
    slack.journal.record({
      direction: 'from_app',
      kind: 'method',
      name,
      request: withoutSecrets(args),
      response: withoutSecrets(answer),
      outcome,
      latency_ms: performance.now() - started,
    });
  const wait = secondsToWait(slack, name, args);
  const fault: Fault | undefined =
    wait === undefined ? slack.faults.take(name) : { method: name, kind: 'ratelimited', retry_after: wait };
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
  const header = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  const answer =
    'error' in given
      ? unreadable(slack, name, given.error)
      : await callMethod(slack, name, args, header ?? given.token);
  if (fault?.kind === 'timeout') {
    // Accepted and done, but the answer is lost: the connection stays open until the caller gives up.
    note(answer, 'answer lost');
    return;
  }
  note(answer, answer.ok === true ? 'ok' : String(answer.error));
  sendJson(response, 200, answer, { 'x-oauth-scopes': [...slack.app.scopes].join(',') });
}

function unreadable(slack: Slack, name: string, error: string): Json {
  slack.journal.problem(error, name, 'the body of the call cannot be read');
  return { ok: false, error };
}

/** An app may send its client id and secret as HTTP Basic. */
function basicCredentials(authorization: string): Json {
  const [, encoded] = /^Basic (\S+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return {};
  const [client_id = '', client_secret = ''] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { client_id, client_secret };
}

const SECRETS = ['client_secret', 'code', 'access_token'];

function withoutSecrets(body: unknown): unknown {
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => !SECRETS.includes(name)));
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
