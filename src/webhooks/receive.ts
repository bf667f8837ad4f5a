import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Clock } from '../core/runtime/clock.ts';
import type { Database } from '../core/runtime/database.ts';
import type { Ids } from '../core/runtime/ids.ts';
import { exactJson, JsonTooDeep } from '../core/text/exact-json.ts';
import { aboutDelivery, keepDelivery, type Receiver, type RefusalReason } from '../features/index.ts';
import { networkOf } from '../health/network.ts';
import { type Bounds, readBody } from './body.ts';
import type { KnownSources } from './known.ts';
import type { Room } from './room.ts';
import { type Header, schemes } from './verify/schemes.ts';

export interface ReceiveTools {
  readonly database: Database;
  readonly workspaceId: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly known: KnownSources;
  readonly room: Room;
  /** Of a body. */
  readonly bounds: Bounds;
}

export type Fate =
  | { readonly was: 'kept' | 'known' }
  /** `source`: its id; empty: nobody's address. */
  | { readonly was: 'refused'; readonly source: string; readonly reason: RefusalReason };

/** A path has 128 random bits. */
const pathShape = /^(?:[\w-]{22}|[0-9a-f]{32})$/;
const mostPing = 100;
const ping = /^webhook_id=\d+$/;

/**
 * Checks what came to the end of an address and writes it down. What comes to an address that nobody has is refused before
 * anything of it is read: strangers take no room. Throws when the database does not take it.
 */
export async function receive(request: IncomingMessage, path: string, tools: ReceiveTools): Promise<Fate> {
  const { known, room, bounds } = tools;
  if (!pathShape.test(path)) return stranger;
  const found = (await known.find(path)) ?? (await known.find(path, true));
  if (!found) return stranger;
  const refused = (reason: RefusalReason): Fate => ({ was: 'refused', source: found.id, reason });
  const header: Header = (name) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const type = (header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const isForm = type === 'application/x-www-form-urlencoded';
  if (type !== 'application/json' && !isForm) return refused('wrong content type');
  const seat = room.enter({ source: found.id, address: networkOf(request.socket.remoteAddress) });
  if (!seat) return refused('too many at once');
  // Until it is written: a body that waits for the database takes as much room as one that comes slowly.
  try {
    const body = await readBody(request, isForm ? { ...bounds, most: mostPing } : bounds, seat);
    if (typeof body === 'string') return refused(isForm ? 'wrong content type' : body);
    // Which WooCommerce sends, unsigned, when a webhook is made there.
    if (isForm) return refused(ping.test(body.toString('latin1')) ? 'ping' : 'wrong content type');
    return await taken(path, found, header, body, tools, refused);
  } finally {
    seat.leave();
  }
}

/** What has come whole: checked, and written down. */
async function taken(
  path: string,
  found: Receiver,
  header: Header,
  body: Uint8Array,
  tools: ReceiveTools,
  refused: (reason: RefusalReason) => Fate,
): Promise<Fate> {
  const { known } = tools;
  const first = check(found, header, body, tools);
  const fresh = typeof first === 'string' ? await known.find(path, true) : found;
  if (!fresh) return stranger;
  const checked = typeof first === 'string' ? check(fresh, header, body, tools) : first;
  if (typeof checked === 'string') return refused(checked);
  const fate = await written(checked, header, body, tools, refused);
  // Its secret has ended, or it was removed, since they were read.
  if (fate === stranger && (await known.find(path, true))) return refused('wrong signature');
  return fate;
}

const stranger: Fate = { was: 'refused', source: '', reason: 'unknown address' };

interface Checked {
  readonly source: Receiver;
  readonly secretId: string;
}

function check(
  source: Receiver,
  header: Header,
  body: Uint8Array,
  { clock }: ReceiveTools,
): Checked | RefusalReason {
  const now = clock.now();
  const scheme = schemes[source.kind];
  if (!source.secrets) return 'no key for its secret';
  let isOld = false;
  for (const { id, secret, until } of source.secrets) {
    const signs = scheme.signs(secret.reveal(), body, header, now);
    if (signs === 'yes' && (until === null || until > now)) return { source, secretId: id };
    isOld ||= signs === 'too old';
  }
  return isOld ? 'too old' : 'wrong signature';
}

async function written(
  { source, secretId }: Checked,
  header: Header,
  body: Uint8Array,
  { database, workspaceId, clock, ids }: ReceiveTools,
  refused: (reason: RefusalReason) => Fate,
): Promise<Fate> {
  const read = jsonOf(body);
  if (read === undefined) return refused('not JSON');
  if (read === tooDeep) return refused('nested too deep');
  const said = schemes[source.kind].says(header);
  const about = aboutDelivery(source, said, read);
  if (!about) return refused('no topic');
  const now = clock.now();
  const id = ids.uuid(now);
  const sha256 = createHash('sha256').update(body).digest('hex');
  const { deliveryId, ...rest } = about;
  const { triggeredAt } = said;
  // One id with another body is another delivery: not every system gives each its own.
  const deliveryKey = deliveryId === null ? sha256 : `${deliveryId} ${sha256}`;
  const delivery = { ...rest, id, sourceId: source.id, secretId, deliveryKey, body, sha256, triggeredAt };
  const kept = await keepDelivery(database, workspaceId, delivery, now);
  // Removed since it was read.
  return kept === 'gone' ? stranger : { was: kept };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

const tooDeep = Symbol('nested too deep');

/** Undefined: it is not JSON. */
function jsonOf(body: Uint8Array): unknown {
  try {
    return exactJson(utf8.decode(body));
  } catch (error) {
    return error instanceof JsonTooDeep ? tooDeep : undefined;
  }
}
