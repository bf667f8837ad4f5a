import { expect } from 'vitest';
import { linkedIssuesAction, listAction } from '../../src/features/issues/issue/actions.ts';
import { adjustForm } from '../../src/features/stock/adjustment/forms.ts';
import { adjustSku, shareSku, showSku } from '../../src/features/stock/card/actions.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { post, type Signed } from './signed.ts';

/** A request body with its content type. */
export interface Sent {
  readonly body: string;
  readonly type: string;
}

type Json = Readonly<Record<string, unknown>>;

const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const user = { id: 'U0MAYA0001', username: 'maya', team_id: 'T0DEMO0001' };
const channel = { id: 'C0OPSDAILY', name: 'ops-daily' };
const gone = 'http://127.0.0.1:1/gone';

/** Valid payloads of every kind, as Slack sends them. `n` makes each a separate delivery. */
function goodBodies(sku: string, n: number): readonly Json[] {
  const trigger_id = `trigger-${process.pid}-${n}`;
  const ts = `1700000000.${String(n).padStart(6, '0')}`;
  const command = (text: string) => ({
    command: '/stock',
    text,
    user_id: user.id,
    team_id: user.team_id,
    channel_id: channel.id,
    trigger_id,
    response_url: gone,
  });
  const press = (action_id: string, value: string, more: Json) => ({
    type: 'block_actions',
    user,
    team: { id: user.team_id },
    trigger_id,
    actions: [{ type: 'button', action_id, block_id: 'b1', value, action_ts: ts }],
    ...more,
  });
  const inMessage = {
    container: { type: 'message', message_ts: ts, channel_id: channel.id, is_ephemeral: false },
    channel,
    response_url: gone,
    message: { ts, type: 'message', text: 'a card', blocks: [{ type: 'section', block_id: 'message:none' }] },
  };
  const view = {
    id: `V${n}`,
    hash: `${n}.abc`,
    type: 'modal',
    callback_id: adjustForm.id,
    private_metadata: JSON.stringify({ channel: channel.id, carried: JSON.stringify({ v: 1, sku }) }),
    title: { type: 'plain_text', text: 'Adjust' },
    blocks: ['location', 'change', 'cause', 'note'].map((block_id) => ({ type: 'input', block_id })),
    state: {
      values: {
        location: { location: { type: 'static_select', selected_option: { value: sku } } },
        change: { change: { type: 'plain_text_input', value: '-1' } },
        cause: { cause: { type: 'static_select', selected_option: { value: 'damaged' } } },
        note: { note: { type: 'plain_text_input', value: 'dropped' } },
      },
    },
  };
  const home = { ...view, type: 'home', callback_id: '', private_metadata: '' };
  const happened = (event: Json) => ({
    type: 'event_callback',
    team_id: user.team_id,
    event_id: `Ev${n}`,
    authorizations: [{ team_id: user.team_id, user_id: 'U0QMBOT001', is_bot: true }],
    event: { event_ts: ts, ...event },
  });
  const said = { channel: 'D0MAYA0001', user: user.id, text: 'stock MUG-01', ts };
  const filter = { state: 'open', severity: null, department: null, whose: 'all' } as const;
  return [
    command('MUG-01'),
    command('adjust MUG-01 -1 damaged'),
    press(showSku.id, showSku.encode({ sku }), inMessage),
    press(shareSku.id, shareSku.encode({ sku }), inMessage),
    press(adjustSku.id, adjustSku.encode({ sku }), inMessage),
    press(listAction.id, listAction.encode({ ...filter, after: [2, 7] }), inMessage),
    press(linkedIssuesAction.id, linkedIssuesAction.encode({ what: 'sku', ref: sku }), {
      container: { type: 'view', view_id: home.id },
      view: home,
    }),
    press('approvals.more', 'none of ours', { container: { type: 'view', view_id: view.id }, view }),
    { type: 'view_submission', user, team: { id: user.team_id }, view },
    { type: 'view_closed', user, view },
    { type: 'block_suggestion', user, action_id: 'location', block_id: 'location', value: 'ham', view },
    { type: 'shortcut', user, callback_id: 'stock.look-up', trigger_id },
    {
      type: 'message_action',
      user,
      channel,
      callback_id: 'issues.raise-from-message',
      trigger_id,
      message: { ts, text: 'late again', user: user.id },
    },
    happened({ type: 'message', channel_type: 'im', ...said }),
    happened({ type: 'app_mention', ...said, channel: channel.id }),
    happened({ type: 'app_home_opened', user: user.id, channel: 'D0MAYA0001', tab: 'home' }),
    happened({ type: 'member_joined_channel', user: 'U0QMBOT001', channel: channel.id }),
    happened({ type: 'channel_unarchive', channel: channel.id }),
    happened({ type: 'user_change', user: { ...user, name: 'maya', tz: 'Europe/Berlin', profile: {} } }),
    { type: 'url_verification', challenge: `challenge ${n}` },
  ];
}

/** Encodes a payload as Slack does: commands as fields, interactions as JSON in a field, events as JSON. */
function encoded(body: unknown): Sent {
  const { command, type } = (body ?? {}) as { command?: unknown; type?: unknown };
  if (command !== undefined) {
    const fields = Object.entries(body as Json).map(([key, value]): [string, string] => [key, textOf(value)]);
    return { type: form, body: new URLSearchParams(fields).toString() };
  }
  const text = JSON.stringify(body) ?? '';
  return type === 'event_callback' || type === 'url_verification'
    ? { type: json, body: text }
    : { type: form, body: new URLSearchParams({ payload: text }).toString() };
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** Bodies that are not deliveries at all. */
export function malformedBodies(): readonly Sent[] {
  const values = [
    '',
    ' ',
    'null',
    '7',
    '-0',
    '1e999',
    'true',
    '"text"',
    '[]',
    '[null]',
    '{}',
    '{',
    'no json',
  ];
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const more = [deep, `{"type":"event_callback","event":${deep}}`, '{"type":"__proto__"}', '\0', '\uD83D'];
  const forms = [
    'payload',
    'payload=',
    'payload=%',
    'payload=%7B',
    'payload=%7B%7D&payload=%7B%7D',
    'command=/stock',
    'command=/stock&command=/stock&text=a&text=b&user_id=U1&user_id=U2&channel_id=C1&trigger_id=t&response_url=u',
    'command=&text=&user_id=&channel_id=&trigger_id=&response_url=',
    '__proto__=1&constructor=2&command=/stock',
    '&'.repeat(5_000),
    `${'a=1&'.repeat(2_000)}command=/stock`,
  ];
  const bodies = [...values, ...more];
  return [
    ...bodies.map((body) => ({ body, type: json })),
    ...bodies.map((body) => ({ body, type: form })),
    ...bodies.map((body) => ({ body, type: 'text/plain' })),
    ...bodies.map((payload) => ({ body: new URLSearchParams({ payload }).toString(), type: form })),
    ...forms.map((body) => ({ body, type: form })),
    ...forms.map((body) => ({ body, type: `${form}; charset=utf-8` })),
  ];
}

const odd = [
  undefined,
  null,
  0,
  -1,
  1e308,
  true,
  '',
  '\0',
  'x'.repeat(5_000),
  '{"v":1}',
  '<!channel> \u202E',
  [],
  [null],
  {},
  { id: null },
  { type: 'toString' },
] as const;

/** Strings in place of strings: they pass the shapes and reach commands, buttons and forms. */
const oddTexts = [
  '',
  ' ',
  '\0',
  'x'.repeat(1_900),
  '\uD83D\uDE00'.repeat(50),
  '\u202Eevil',
  '-999999999999999999999',
  '1e309',
  '%00',
  "'; --",
  '{"v":1}',
  '{"v":1,"id":"00000000-0000-0000-0000-000000000000","sku":null,"after":[99999999999,1]}',
  '{"v":999,"id":[]}',
  '[[[[[[[[[[[[',
  '/stock',
  'adjust MUG-01 99999999999999 damaged',
  'U0NOBODY01',
  'C0NOWHERE1',
] as const;

/** Every valid payload with every part replaced by every odd value, or removed. */
export function oddPlaces(sku: string): readonly Sent[] {
  return goodBodies(sku, 1).flatMap((good) =>
    placesIn(good).flatMap((place) => odd.map((value) => encoded(replaced(good, place, value)))),
  );
}

/** `count` mutations of valid payloads, of their values or their encoded text. The same seed gives the same ones. */
export function mutations(sku: string, count: number, seed: number): readonly Sent[] {
  const chance = chanceFrom(seed);
  return Array.from({ length: count }, (_, n) => {
    const bodies = goodBodies(sku, n + 100);
    let body: unknown = bodies[n % bodies.length];
    if (chance.below(3) === 0) return garbled(encoded(body), chance);
    for (let left = chance.below(2); left >= 0; left -= 1) {
      // A missing list or object is mostly refused by its shape; an odd leaf gets further.
      const all = placesIn(body);
      const leaves = all.filter((place) => typeof valueAt(body, place) !== 'object');
      const places = chance.below(4) > 0 && leaves.length > 0 ? leaves : all;
      const place = places[chance.below(places.length)] ?? [];
      const isText = typeof valueAt(body, place) === 'string' && chance.below(4) > 0;
      body = replaced(body, place, isText ? chance.pick(oddTexts) : odd[chance.below(odd.length)]);
    }
    return encoded(body);
  });
}

/** Removes, inserts and replaces some characters. */
function garbled({ body, type }: Sent, chance: Chance): Sent {
  let text = body;
  for (let left = chance.below(4); left >= 0; left -= 1) {
    const at = chance.below(text.length + 1);
    const length = chance.below(12);
    const instead = chance.pick([
      '',
      '%00',
      '"',
      '}',
      '[',
      '&payload=',
      '&command=/x',
      text.slice(at, at + length),
    ]);
    text = text.slice(0, at) + instead + text.slice(at + chance.below(3) * length);
  }
  return { body: text, type };
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, before: Place = []): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [before];
  return [before, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...before, key]))];
}

function valueAt(value: unknown, place: Place): unknown {
  return place.reduce<unknown>((inner, key) => (inner as Json | null | undefined)?.[key], value);
}

/** An `instead` of undefined removes the part. */
function replaced(value: unknown, [key, ...rest]: Place, instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value))
    return value.map((one, i) => (String(i) === key ? replaced(one, rest, instead) : one));
  const own = (value ?? {}) as Json;
  return { ...own, [key]: replaced(own[key], rest, instead) };
}

/** Sends all bodies, six at a time. Returns the number of answers by status; fails at a 500 without a reference. */
export async function sendAll(
  to: Signed,
  bodies: readonly Sent[],
): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  const left = bodies.values();
  const one = async () => {
    for (const { body, type } of left) {
      const answer = await post(to, body, { type });
      const text = await answer.text();
      counts[answer.status] = (counts[answer.status] ?? 0) + 1;
      if (answer.status >= 500) expect(text, body.slice(0, 2_000)).toMatch(/^Reference: QM-\w+\n$/);
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return counts;
}
