import type { IncomingMessage } from 'node:http';
import { isObject } from '../blockkit/check.ts';
import type { Json } from '../state/types.ts';
import { parseJson, readBytes } from './body.ts';

/** What a call brings: its arguments, and the token if it is among them; or Slack's code for a body it cannot read. */
export type Given = { args: Json; token: string | undefined } | { error: string };

const FORM = 'application/x-www-form-urlencoded';
/** Slack reads no body of another kind, and a plain one as a form. */
const FORMS = [FORM, 'multipart/form-data', 'text/plain'];

/**
 * The arguments of a Web API call as Slack takes them: a query string, a form, a form in parts or a JSON object; what
 * the body says wins over the query. A token may stand in a form, but neither in a JSON body nor in the query.
 */
export async function readArguments(request: IncomingMessage): Promise<Given> {
  const { searchParams } = new URL(request.url ?? '/', 'http://sandbox');
  const { token: _tokenInQuery, ...query } = Object.fromEntries(searchParams) as Json;
  const body = await readBytes(request);
  if (body.length === 0) return { args: query, token: undefined };
  const type = request.headers['content-type'] ?? '';
  if (type === '') return { error: 'missing_post_type' };
  if (/^application\/json\b/i.test(type)) {
    const parsed = parseJson(body.toString('utf8'));
    if (parsed === undefined) return { error: 'invalid_json' };
    if (!isObject(parsed)) return { error: 'json_not_object' };
    const { token: _tokenInJson, ...args } = parsed;
    return { args: { ...query, ...args }, token: undefined };
  }
  if (!FORMS.some((one) => type.toLowerCase().startsWith(one))) return { error: 'invalid_post_type' };
  const form = await readForm(type, body);
  if (!form) return { error: 'invalid_form_data' };
  const { token, ...args } = form;
  return { args: { ...query, ...args }, token };
}

async function readForm(type: string, body: Buffer): Promise<Record<string, string> | undefined> {
  if (!type.startsWith('multipart/')) return Object.fromEntries(new URLSearchParams(body.toString('utf8')));
  try {
    const headers = { 'content-type': type };
    const form = await new Response(new Uint8Array(body), { headers }).formData();
    const texts = [...form].map(async ([name, value]) => [name, await asText(value)] as const);
    return Object.fromEntries(await Promise.all(texts));
  } catch {
    return undefined;
  }
}

/** A part may come as a file. */
async function asText(part: string | Blob): Promise<string> {
  return typeof part === 'string' ? part : await part.text();
}
