import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { ConfigError } from '../../../src/core/runtime/refusal.ts';
import { createMetrics } from '../../../src/health/metrics.ts';
import { healthRoutes } from '../../../src/health/routes.ts';
import { openServer } from '../../../src/health/server.ts';
import { openShop } from '../../harness/shop.ts';

const get = async (port: number, path: string) => {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
};

const anywhere = { host: null, setting: 'PORT' } as const;

test.each(['socket', 'http'] as const)(
  'over %s the bot reports whether it is alive, ready and how it is doing',
  async (mode) => {
    await using shop = await openShop({ mode, stock: { 'MUG-01': 10 } });
    const port = shop.app.healthPort;
    expect(await get(port, '/healthz')).toEqual({ status: 200, text: 'alive\n' });
    expect(await get(port, '/readyz')).toEqual({ status: 200, text: '{"ready":true}\n' });
    await shop.maya.says('/stock MUG-01');
    await shop.maya.says('stock MUG-01', 'dm');
    await shop.maya.sees('10 available', 'dm');
    await shop.app.idle();
    const { text } = await get(port, '/metrics');
    expect(text).toContain('quartermaster_ack_seconds_count{kind="command"} 1');
    expect(text).toContain('quartermaster_ack_seconds_count{kind="event"}');
    expect(text).toContain('quartermaster_messages_total{outcome="sent"} 1');
    expect(text).toContain('quartermaster_outbox_oldest_seconds 0');
    expect(text).not.toContain('MUG-01');
  },
);

test('the metrics count waiting work and its age', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/./);
  await shop.sandbox.control.fault({
    method: 'chat.postMessage',
    kind: 'ratelimited',
    retry_after: 90,
    times: 1,
  });
  await shop.maya.says('/stock watch MUG-01');
  await shop.passes(60_000);
  const { text } = await get(shop.app.healthPort, '/metrics');
  expect(text).toContain('quartermaster_outbox_messages{state="waiting"} 1');
  expect(text).toContain('quartermaster_outbox_oldest_seconds 60');
});

test('a bot that cannot work says why, and a failing route says no more than that', async () => {
  const metrics = createMetrics({ processMetrics: false });
  const routes = healthRoutes({
    warn: () => {},
    metricsType: metrics.contentType,
    unready: async () => ['it is stopping', 'the database does not answer'],
    metrics: async () => {
      throw new Error('a secret');
    },
  });
  const server = await openServer({ ...anywhere, port: 0, routes, needed: false, warn: () => {} });
  const reasons = '{"ready":false,"why":["it is stopping","the database does not answer"]}\n';
  expect(await get(server.port, '/readyz')).toEqual({ status: 503, text: reasons });
  expect(await get(server.port, '/metrics')).toEqual({ status: 503, text: 'does not answer\n' });
  expect(await get(server.port, '/else')).toMatchObject({ status: 404 });
  await server.close(0);
});

test('with a taken port the bot runs without the health routes, unless Slack needs it', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, resolve));
  const { port } = other.address() as { port: number };
  const warnings: string[] = [];
  const given = {
    ...anywhere,
    port,
    routes: [],
    warn: (_: unknown, message: string) => void warnings.push(message),
  };
  const server = await openServer({ ...given, needed: false });
  expect(server.port).toBe(0);
  expect(warnings).toEqual([
    `PORT ${port} is taken by another process. Set PORT to a free one. Until then /healthz, /readyz and /metrics are not served`,
  ]);
  await server.close(0);
  await expect(openServer({ ...given, needed: true })).rejects.toThrow(ConfigError);
  await new Promise((resolve) => other.close(resolve));
});
