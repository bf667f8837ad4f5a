import type { IncomingMessage, ServerResponse } from 'node:http';
import { respond } from '../acts/respond.ts';
import type { Slack } from '../state/slack.ts';
import { parseObject, readBody, sendJson } from './body.ts';

/** `/hooks/<kind>/<team>/<id>/<secret>`: an app answers through a response_url. */
export async function serveHook(
  slack: Slack,
  kind: string,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const started = performance.now();
  const where = `a response_url (${kind})`;
  const body = parseObject(await readBody(request));
  const answer = (status: number, outcome: string) => {
    const json = status === 200 ? { ok: true } : { ok: false, error: outcome };
    slack.journal.record({
      direction: 'from_app',
      kind: 'response_url',
      name: kind,
      request: body ?? null,
      response: json,
      outcome,
      latency_ms: performance.now() - started,
    });
    sendJson(response, status, json);
  };
  if (!body) {
    slack.journal.problem('invalid_payload', where, 'the body is not a JSON object');
    return answer(400, 'invalid_payload');
  }
  const hook = slack.hooks.use(id);
  if ('error' in hook) {
    slack.journal.problem(hook.error, where, 'it allows five uses within thirty minutes');
    return answer(404, hook.error);
  }
  const error = respond(slack, hook, body, where);
  if (error) return answer(400, error);
  return answer(200, 'ok');
}
