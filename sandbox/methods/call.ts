import type { Slack } from '../state/slack.ts';
import type { Json } from '../state/types.ts';
import { methods } from './index.ts';
import { Args, type Method, messages, needScope, SlackError } from './method.ts';

/** Errors that show a mistake of the app rather than a state of the workspace. */
const MISTAKES = new Set([
  'unknown_method',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'invalid_cursor',
  'missing_scope',
  'msg_too_long',
  'msg_blocks_too_long',
  'view_too_large',
  'no_text',
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'push_limit_reached',
  'markdown_text_conflict',
  'too_many_attachments',
  'bad_timestamp',
  'invalid_name',
  'invalid_types',
  'missing_argument',
  'alt_txt_too_large',
  'invalid_time',
  'time_in_past',
  'time_too_far',
  'invalid_unfurls_format',
  'missing_unfurls',
  'invalid_link',
  'invalid_bookmark_type',
  'invalid_emoji',
  'too_long',
  'invalid_chunks',
  'missing_recipient_user_id',
  'missing_recipient_team_id',
  'message_not_in_streaming_state',
  'invalid_thread_ts',
]);
/** The client library adds these to any call. */
const ALWAYS = ['token', 'team_id'];

/** Answers a Web API call like Slack: checks token, scope and arguments, then runs the method. */
export async function callMethod(
  slack: Slack,
  name: string,
  raw: Json,
  token: string | undefined,
): Promise<Json> {
  try {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
    if (!method) throw new SlackError('unknown_method', { req_method: name });
    checkToken(slack, method, token);
    if (method.scope) needScope(slack, method.scope);
    checkArguments(slack, name, method, raw);
    return { ok: true, ...(await method.run(slack, new Args(raw))) };
  } catch (error) {
    if (!(error instanceof SlackError)) throw error;
    if (MISTAKES.has(error.code)) slack.journal.problem(error.code, name, detail(error));
    return { ok: false, error: error.code, ...error.extra };
  }
}

function checkToken(slack: Slack, method: Method, token: string | undefined): void {
  if (method.token === 'none') return;
  if (!token) throw new SlackError('not_authed');
  const { bot_token, app_token } = slack.app;
  if (token !== bot_token && token !== app_token) throw new SlackError('invalid_auth');
  if (token !== (method.token === 'app' ? app_token : bot_token))
    throw new SlackError('not_allowed_token_type');
  const { status } = slack.installation;
  if (token === bot_token && status !== 'installed')
    throw new SlackError(status === 'revoked' ? 'token_revoked' : 'account_inactive');
}

/** An argument that Slack's reference does not name does nothing there: it is often a slip of the app. */
function checkArguments(slack: Slack, name: string, method: Method, raw: Json): void {
  const required = method.required ?? [];
  const known = new Set([...required, ...(method.optional ?? []), ...ALWAYS]);
  for (const arg of Object.keys(raw).filter((one) => !known.has(one)))
    slack.journal.problem('unknown_argument', name, `Slack ignores the argument ${arg}`);
  const missing = required.filter((arg) => raw[arg] === undefined || raw[arg] === null || raw[arg] === '');
  if (missing.length === 0) return;
  const lines = missing.map((arg) => `[ERROR] missing required field: ${arg}`);
  throw new SlackError('invalid_arguments', messages(...lines));
}

function detail(error: SlackError): string {
  const said = (error.extra.response_metadata as { messages?: string[] } | undefined)?.messages;
  if (said) return said.join('; ');
  return error.code === 'missing_scope' ? `needed ${String(error.extra.needed)}` : error.code;
}
