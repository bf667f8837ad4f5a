import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';
import { paint } from '../people/paint-feature.ts';

/** Nobody answers at the shop's database until the returned object is disposed of. */
function databaseAway({ db }: Shop): Disposable {
  const pool = db.pool as unknown as Record<'query' | 'connect', (...given: unknown[]) => unknown>;
  const { query, connect } = pool;
  const refused = (...given: unknown[]) => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const callback = given.at(-1);
    return typeof callback === 'function' ? callback(error) : Promise.reject(error);
  };
  pool.query = refused;
  pool.connect = refused;
  return {
    [Symbol.dispose]() {
      pool.query = query;
      pool.connect = connect;
    },
  };
}

/** What another process would do once the lease is over. */
async function takenUpLater(shop: Shop): Promise<void> {
  await shop.app.idle();
  shop.clock.forward(61_000);
  await shop.app.catchUp();
  await shop.app.idle();
}

const readBy = async ({ maya }: Shop) => [...(await maya.seesAll()), ...(await maya.seesAll('dm'))];

test('a command accepted before the database went away is not said to be undone, and is done once it is back', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { waits, release } = hold();
  const said = shop.maya.says('/ops paint');
  await waits;
  await shop.maya.sees('Working on it');
  await said;
  {
    using _ = databaseAway(shop);
    release();
    await shop.app.idle();
  }
  expect(await readBy(shop)).not.toContainEqual(expect.stringContaining('Nothing was done'));
  await takenUpLater(shop);
  await shop.maya.sees('Painted');
  expect(painted()).toBe(1);
  await takenUpLater(shop);
  expect((await readBy(shop)).filter((text) => text.includes('Painted'))).toHaveLength(1);
});

test('a mention whose database went away is told to wait, and is done and answered once it is back', async () => {
  const { feature, hold, painted } = paint();
  // Slack's own clock is the real one.
  await using shop = await openShop({ features: [feature], at: new Date().toISOString() });
  const { waits, release } = hold();
  await shop.maya.says('<@U0QMBOT001> ops paint');
  await waits;
  {
    using _ = databaseAway(shop);
    release();
    await shop.maya.sees('I have noted what you wrote');
    await shop.app.idle();
  }
  await takenUpLater(shop);
  await shop.maya.sees('Painted');
  await shop.maya.sees('I could not answer before');
  expect(painted()).toBe(1);
  expect(await readBy(shop)).not.toContainEqual(expect.stringContaining('Nothing was done'));
});

test('what was told not to be done stays undone, also by the process that stood still', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { waits, release } = hold();
  const said = shop.maya.says('/ops paint');
  await waits;
  await shop.maya.sees('Working on it');
  await said;
  shop.clock.forward(16 * 60_000);
  await shop.app.catchUp();
  await shop.maya.sees('I did not do this');
  release();
  await shop.app.idle();
  expect(painted()).toBe(0);
  const read = await readBy(shop);
  expect(read).not.toContainEqual(expect.stringContaining('Painted'));
  expect(read.filter((text) => text.includes('I did not do this'))).toHaveLength(1);
});

test('a refusal that did not reach its member is said later, and is not done even if they may by then', async () => {
  const { feature, hold, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  shop.expectComplaint(/./);
  const { waits, release } = hold();
  const said = shop.vic.says('/ops paint');
  await waits;
  await shop.vic.sees('Working on it');
  await said;
  const row = { workspaceId: shop.workspace.id, source: 'slack-command-accepted' };
  release();
  await shop.vic.sees('You may not paint');
  await shop.app.idle();
  // The note that Vic has read it is lost: the row waits as before, and its claim is closed.
  await shop.db.prisma.inboundEvent.updateMany({
    where: row,
    data: {
      handledAt: null,
      body: { kind: 'command', user: shop.vic.id, channel: 'C0OPSDAILY', name: 'ops', text: 'paint' },
    },
  });
  await shop.db.prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Vic' },
    data: { roles: ['operator'] },
  });
  await takenUpLater(shop);
  await shop.vic.sees('I did not do this', 'dm');
  expect(painted()).toBe(0);
});

test('a message that was refused stays undone, also when its handling was not noted and it is handled again', async () => {
  const { feature, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  const { prisma } = shop.db;
  await shop.vic.says('ops paint', 'dm');
  await shop.vic.sees('You may not paint', 'dm');
  await shop.app.idle();
  const events = { workspaceId: shop.workspace.id, source: 'slack-event' };
  const { key } = await prisma.inboundEvent.findFirstOrThrow({
    where: { ...events, key: { startsWith: 'message:' } },
    // The bot's own answer comes back as an event too, later.
    orderBy: { key: 'asc' },
  });
  const [, channel, ts] = key.split(':');
  const said = { channel, ts, event_ts: ts, user: shop.vic.id, text: 'ops paint' };
  await prisma.inboundEvent.updateMany({
    where: { ...events, key },
    data: {
      handledAt: null,
      leasedUntil: new Date(shop.clock.now().getTime() - 1),
      body: {
        type: 'event_callback',
        team_id: 'T0SMALLSHOP',
        event_id: 'Ev0AGAIN',
        event: { type: 'message', channel_type: 'im', ...said },
      },
    },
  });
  await prisma.person.updateMany({
    where: { workspaceId: shop.workspace.id, name: 'Vic' },
    data: { roles: ['operator'] },
  });
  await takenUpLater(shop);
  const { handledAt } = await prisma.inboundEvent.findFirstOrThrow({ where: { ...events, key } });
  expect(handledAt).not.toBeNull();
  expect(painted()).toBe(0);
  expect(await shop.vic.seesAll('dm')).not.toContainEqual(expect.stringContaining('Painted'));
});

test('who writes while nothing can be recorded is told to wait: Slack brings the message again', async () => {
  const { feature, painted } = paint();
  await using shop = await openShop({ features: [feature] });
  shop.expectComplaint(/./);
  {
    using _ = databaseAway(shop);
    await shop.maya.says('ops paint', 'dm');
    await shop.maya.sees('I cannot reach my records just now. Slack brings me your message again', 'dm');
  }
  await shop.maya.sees('Painted', 'dm');
  expect(painted()).toBe(1);
});

test("an entry of Slack's menu is answered while the database is away", async () => {
  await using shop = await openShop();
  {
    using _ = databaseAway(shop);
    await shop.maya.picks('stock.look-up');
    await shop.maya.sees('I cannot reach my records just now', 'dm');
    await shop.app.idle();
  }
});
