import { expect, test } from 'vitest';
import { keepInbox } from '../../../src/slack/app/inbox.ts';
import { loggedErrors } from '../../harness/log.ts';
import { openShop } from '../../harness/shop.ts';
import { commandBody, messageBody, post } from '../../harness/signed.ts';

test('a command without a listener is answered, and does not end in a 404 after three seconds', async () => {
  await using shop = await openShop({ mode: 'http' });
  const answer = await post(shop, commandBody('/stok', 'MUG-01'));
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain('Did you mean `/stock`?');
});

test('a wrong signature, an old one and a body over 4 MiB are refused', async () => {
  await using shop = await openShop({ mode: 'http' });
  const body = commandBody('/stock', 'MUG-01');
  expect((await post(shop, body, { secret: 'not the secret at all' })).status).toBe(401);
  expect((await post(shop, body, { ageSeconds: 301 })).status).toBe(401);
  expect((await post(shop, `${body}&pad=${'x'.repeat(4 * 1024 * 1024)}`)).status).toBe(413);
});

test('while Slack cannot be reached, commands are still acknowledged and answered', async () => {
  await using shop = await openShop({ mode: 'http', stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/./);
  await shop.sandbox.control.fault({ method: '*', kind: 'server_error', status: 503, times: 100 });
  const answer = await post(shop, commandBody('/stock', 'MUG-01'));
  expect(await answer.text()).toContain('10 available');
});

test('after Slack refreshes the socket the bot hears again', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const { control } = shop.sandbox;
  await control.disconnectSockets('refresh_requested');
  await control.waitFor(async () => (await control.overview(shop.maya.id)).connections === 0);
  await control.waitFor(async () => (await control.overview(shop.maya.id)).connections > 0, {
    timeoutMs: 10_000,
  });
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('10 available');
});

test('app_rate_limited, which has no event inside, does not end the process', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.sandbox.control.appRateLimited();
  await shop.maya.says('/stock MUG-01');
  await shop.maya.sees('10 available');
});

test.each([{ newId: false }, { newId: true }])(
  'an event that is delivered again is answered once (%o)',
  async (again) => {
    await using shop = await openShop({ stock: { 'MUG-01': 10 } });
    await shop.maya.says('<@U0QMBOT001> stock MUG-01');
    await shop.maya.sees('10 available');
    const { control } = shop.sandbox;
    const event =
      (await control.traffic())
        .map((entry) => JSON.stringify(entry))
        .find((entry) => entry.includes('app_mention')) ?? '';
    await control.redeliver(/"event_id":"(\w+)"/.exec(event)?.[1] ?? '', again);
    await shop.maya.says('/stock MUG-01');
    const answers = (await shop.lena.seesAll()).filter((text) => text.includes('10 available'));
    expect(answers).toHaveLength(1);
  },
);

test('questions asked while Slack took no answers are answered once, when it is back', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/./);
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postMessage', kind: 'server_error', status: 503, times: 1 });
  await shop.maya.says('stock MUG-01', 'dm');
  await shop.maya.sees('10 available', 'dm');
  await Promise.all([shop.app.catchUp(), shop.app.catchUp()]);
  await shop.app.idle();
  expect((await shop.maya.seesAll('dm')).filter((text) => text.includes('10 available'))).toHaveLength(1);
});

test('an ephemeral refusal that Slack did not take is retried from the inbox', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  const { control } = shop.sandbox;
  const failures = loggedErrors();
  await control.fault({ method: 'chat.postEphemeral', kind: 'error', error: 'request_timeout', times: 1 });
  await shop.maya.says('<@U0QMBOT001> stock');
  await control.waitFor(async () => failures.length > 0);
  shop.clock.forward(61_000);
  await Promise.all([shop.app.catchUp(), shop.app.catchUp()]);
  await shop.app.catchUp();
  expect((await shop.maya.seesAll()).filter((text) => text.includes('/stock'))).toHaveLength(1);
});

test('a refusal that Slack may have shown is sent once by direct message, with a mark', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postEphemeral', kind: 'server_error', status: 503, times: 1 });
  await shop.maya.says('<@U0QMBOT001> stock');
  const told = await shop.maya.sees('Slack did not confirm my first answer', 'dm');
  expect(told.text).toContain('/stock');
  await shop.app.catchUp();
  expect((await shop.maya.seesAll()).filter((text) => text.includes('/stock'))).toEqual([]);
  expect(await shop.maya.seesAll('dm')).toHaveLength(1);
});

test('a failing event is retried with growing pauses, then set aside and reported to an admin', async () => {
  await using shop = await openShop();
  shop.expectComplaint(/./);
  const { control } = shop.sandbox;
  const failures = loggedErrors();
  await control.fault({
    method: 'chat.postEphemeral',
    kind: 'error',
    error: 'request_timeout',
    times: 1_000,
  });
  await shop.maya.says('<@U0QMBOT001> stock');
  await control.waitFor(async () => failures.length > 0);
  for (const minutes of [1, 2, 4, 8, 16]) {
    shop.clock.forward(minutes * 60_000 - 1_000);
    const before = failures.length;
    await shop.app.catchUp();
    expect(failures.length).toBe(before);
    shop.clock.forward(2_000);
    await shop.app.catchUp();
    expect(failures.length).toBeGreaterThan(before);
  }
  await shop.app.idle();
  expect((await shop.ada.sees('failed 6 times', 'dm')).text).toContain('Somebody may wait for an answer');
  const before = failures.length;
  shop.clock.forward(3_600_000);
  await shop.app.catchUp();
  expect(failures.length).toBe(before);
});

test('an answer that Slack refuses in its place goes by direct message, and is not retried for ever', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  shop.expectComplaint(/./);
  const { control } = shop.sandbox;
  await control.fault({ method: 'chat.postMessage', kind: 'error', error: 'restricted_action', times: 1 });
  await shop.maya.says('<@U0QMBOT001> stock MUG-01');
  await shop.maya.sees('10 available', 'dm');
  await shop.app.idle();
  const { prisma } = shop.db;
  // The message that it posted comes back as an event of its own, a moment later.
  await expect
    .poll(
      async () =>
        await prisma.inboundEvent.count({ where: { workspaceId: shop.workspace.id, handledAt: null } }),
    )
    .toBe(0);
});

test("a NUL and half a character in a person's text are answered", async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  await shop.maya.says('stock \0MUG-01 \uD83D', 'dm');
  await shop.maya.sees('MUG-01', 'dm');
  await shop.app.idle();
  expect((await shop.maya.seesAll('dm')).length).toBeGreaterThan(1);
});

test('words beside a file are answered like words alone', async () => {
  await using shop = await openShop({ mode: 'http', stock: { 'MUG-01': 10 } });
  await shop.maya.says('hello', 'dm');
  await post(shop, messageBody({ subtype: 'file_share', text: 'stock MUG-01', files: [{ id: 'F1' }] }));
  await shop.maya.sees('10 available', 'dm');
});

test('an event acknowledged by a killed process is answered once by the next one', async () => {
  await using shop = await openShop({ stock: { 'MUG-01': 10 } });
  const { prisma } = shop.db;
  const key = 'message:D1:1.1';
  const body = {
    type: 'event_callback',
    team_id: 'T0DEMO0001',
    event: {
      type: 'message',
      channel: 'D1',
      channel_type: 'im',
      user: shop.maya.id,
      text: 'stock MUG-01',
      ts: '1.1',
      event_ts: '1.1',
    },
  };
  const received = new Date(shop.clock.now().getTime() - 120_000);
  await prisma.inboundEvent.create({
    data: {
      workspaceId: shop.workspace.id,
      source: 'slack-event',
      key,
      body,
      receivedAt: received,
      leasedUntil: new Date(received.getTime() + 60_000),
    },
  });
  const handled: unknown[] = [];
  const inbox = () =>
    keepInbox(
      { processEvent: async (event: { body: unknown }) => void handled.push(event.body) } as never,
      prisma,
      shop.workspace,
      {
        clock: shop.clock,
        log: { ...console, child: () => console, info: () => {} } as never,
        leaseMs: 60_000,
        unrecorded: async () => {},
        failedAgain: () => {},
      },
    );
  await Promise.all([inbox().recover(), inbox().recover()]);
  expect(handled).toEqual([body]);
  await inbox().settle(body);
  const row = await prisma.inboundEvent.findFirst({ where: { workspaceId: shop.workspace.id, key } });
  expect(row).toMatchObject({ body: null, handledAt: shop.clock.now() });
});

test('unfinished events are taken over one by one: a slow one does not cost the next its lease', async () => {
  await using shop = await openShop();
  const { prisma } = shop.db;
  const receivedAt = new Date(shop.clock.now().getTime() - 120_000);
  const bodyOf = (ts: string) => ({
    type: 'event_callback',
    event: { type: 'message', channel: 'D1', event_ts: ts },
  });
  await prisma.inboundEvent.createMany({
    data: ['1.1', '1.2', '1.3'].map((ts) => ({
      workspaceId: shop.workspace.id,
      source: 'slack-event',
      key: `message:D1:${ts}`,
      body: bodyOf(ts),
      receivedAt,
      leasedUntil: receivedAt,
    })),
  });
  const handled: string[] = [];
  const inboxThat = (handles: (ts: string) => Promise<void>) => {
    const processEvent = async ({ body }: { body: ReturnType<typeof bodyOf> }) => {
      handled.push(body.event.event_ts);
      await handles(body.event.event_ts);
      await inbox.settle(body);
    };
    const log = { ...console, child: () => console, info: () => {} };
    const inbox = keepInbox({ processEvent } as never, prisma, shop.workspace, {
      clock: shop.clock,
      log: log as never,
      leaseMs: 60_000,
      unrecorded: async () => {},
      failedAgain: () => {},
    });
    return inbox;
  };
  const other = inboxThat(async () => {});
  const slow = inboxThat(async (ts) => {
    shop.clock.forward(35_000);
    if (ts === '1.2') await other.recover();
  });
  await slow.recover();
  expect(handled).toEqual(['1.1', '1.2', '1.3']);
});

test('an event that kills every process that begins it is set aside in the end, and an admin is told', async () => {
  await using shop = await openShop();
  const errors = loggedErrors();
  const { prisma } = shop.db;
  await shop.maya.says('<@U0QMBOT001> help');
  await shop.maya.sees('/ops');
  await shop.app.idle();
  const where = { workspaceId: shop.workspace.id };
  const [event] = await prisma.inboundEvent.findMany({ where: { ...where, source: 'slack-event' } });
  // As five processes left it, each killed while handling it.
  await prisma.inboundEvent.updateMany({
    where: { ...where, key: event?.key ?? '' },
    data: { handledAt: null, body: { type: 'event_callback' }, attempts: 6, leasedUntil: shop.clock.now() },
  });
  shop.clock.forward(60_000);
  await shop.app.catchUp();
  await shop.app.catchUp();
  await shop.app.idle();
  await shop.ada.sees('its process was killed at every try', 'dm');
  expect(errors).toHaveLength(1);
});
