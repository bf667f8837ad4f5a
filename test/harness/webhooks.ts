import { createHmac } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Context } from '../../src/core/runtime/context.ts';
import { makeSource } from '../../src/features/sources/editing/save.ts';
import type { HeardKind, SourceKind } from '../../src/features/sources/source/model.ts';
import { openServer } from '../../src/health/server.ts';
import type { SocketLimits } from '../../src/health/sockets.ts';
import type { Limits } from '../../src/webhooks/room.ts';
import { receiveWebhooks } from '../../src/webhooks/routes.ts';
import type { TestClock } from './clock.ts';

export const secret = 'test_secret_123';

/** The headers of a delivery as its kind of source signs it. */
export function signed(
  kind: SourceKind,
  body: string | Uint8Array,
  { topic = 'orders/updated', id = '', key = secret, at = new Date() } = {},
): Record<string, string> {
  const hmac = (...parts: readonly (string | Uint8Array)[]) => {
    const one = createHmac('sha256', key);
    for (const part of parts) one.update(part);
    return one;
  };
  const type = { 'content-type': 'application/json; charset=utf-8' };
  if (kind === 'generic' || kind === 'shippo') {
    const time = Math.floor(at.getTime() / 1_000);
    const name = kind === 'shippo' ? 'shippo-auth-signature' : 'x-signature';
    return { ...type, [name]: `t=${time},v1=${hmac(`${time}.`, body).digest('hex')}` };
  }
  if (kind === 'easypost')
    return { ...type, 'x-hmac-signature': `hmac-sha256-hex=${hmac(body).digest('hex')}` };
  const signature = hmac(body).digest('base64');
  if (kind === 'aftership') return { ...type, 'aftership-hmac-sha256': signature };
  return kind === 'shopify'
    ? {
        ...type,
        'x-shopify-hmac-sha256': signature,
        'x-shopify-topic': topic,
        ...(id && { 'x-shopify-webhook-id': id }),
      }
    : {
        ...type,
        'x-wc-webhook-signature': signature,
        'x-wc-webhook-topic': topic,
        ...(id && { 'x-wc-webhook-delivery-id': id }),
      };
}

/** A source of this kind, made as an admin makes it. */
export async function sourceOf(ctx: Context, kind: HeardKind, more: { readonly name?: string } = {}) {
  const draft = { channel: null, currency: 'USD', paths: null, secret, name: more.name ?? kind };
  return await makeSource.call(ctx, { ...draft, kind });
}

/** The receiver of a context's workspace, on a port of its own. */
export async function openReceiver(
  ctx: Context,
  clock: TestClock,
  { room, sockets }: { readonly room?: Limits; readonly sockets?: SocketLimits } = {},
) {
  const warned: string[] = [];
  const webhooks = receiveWebhooks(
    {
      database: ctx.engine.database,
      workspaceId: ctx.workspace.id,
      clock: { now: clock.now, elapsed: () => clock.now().getTime() },
      ids: ctx.ids,
      warn: (_, message) => warned.push(message),
      wakeWork: () => {},
    },
    room,
  );
  const server = await openServer({
    port: 0,
    host: '127.0.0.1',
    setting: 'PORT',
    routes: webhooks.routes,
    needed: true,
    warn: () => {},
    ...(sockets && { sockets }),
  });
  onTestFinished(async () => {
    await webhooks.stop();
    await server.close(0);
  });
  return {
    port: server.port,
    warned,
    stop: webhooks.stop,
    async post(path: string, body: string | Uint8Array, headers: Record<string, string>) {
      const url = `http://127.0.0.1:${server.port}/webhooks/${path}`;
      const response = await fetch(url, { method: 'POST', body: Buffer.from(body), headers });
      return { status: response.status, text: await response.text() };
    },
  };
}
