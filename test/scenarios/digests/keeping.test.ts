import { expect, test } from 'vitest';
import { openShop, type Shop } from '../../harness/shop.ts';

/** A Monday at 08:00 in Berlin. */
const at = '2026-03-02T07:00:00Z';

async function tickAt(shop: Shop, moment: string): Promise<void> {
  await shop.comes(moment);
  await shop.app.catchUp();
  await shop.app.idle();
}

const chosen = {
  name: 'Morning',
  channel: 'C0OPSDAILY',
  when: 'every weekday 08:30',
  period: 'since last',
  sections: ['issues.open'],
  kpis: [],
};

async function setUp(shop: Shop, more: object = {}): Promise<void> {
  await shop.lena.says('/digest new');
  await shop.lena.seesForm('New digest');
  expect(await shop.lena.sends('New digest', { ...chosen, ...more })).toEqual({});
  await shop.lena.sees('It is set up');
}

test('ready-made ones are set up with one tap, to where they belong; what is there is not offered again', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/digest');
  const list = await shop.lena.sees('No digests yet');
  for (const name of [
    'Stand-up',
    'Morning figures',
    'My morning',
    'Purchasing',
    'Last week',
    'Last month',
    'Heartbeat',
  ])
    expect(list.text).toContain(name);
  await shop.lena.presses(list, 'Set up');
  const card = await shop.lena.sees('It is set up');
  expect(card.text).toContain('Stand-up');
  expect(card.text).toContain('every weekday at 06:15 (Europe/Berlin)');
  await shop.lena.says('/digest');
  const next = await shop.lena.sees('1 digest');
  expect(next.text).toContain('1 · Stand-up');
  expect(next.text.split('Ready-made')[1]).not.toContain('Stand-up');
});

test('a form says at its field what is missing: no name, no times, nothing to tell, a channel that I am not in', async () => {
  await using shop = await openShop({ at });
  await shop.lena.says('/digest new <#C0OPSALERT|ops-alerts> every Monday 9:00');
  await shop.lena.seesForm('New digest');
  const errors = async (more: object) => await shop.lena.sends('New digest', { ...chosen, ...more });
  expect(await errors({ name: ' ' })).toEqual({ name: 'Name it, such as Morning figures.' });
  expect(await errors({ when: 'every weekday' })).toEqual({
    when: 'Say at what time of day, such as 08:30 or 7am.',
  });
  expect(await errors({ sections: [], kpis: [] })).toEqual({
    sections: 'Pick what it says: sections, figures or both.',
  });
  const seven = ['otd', 'ots', 'orders', 'exceptions', 'stockout', 'cancel', 'mttr'];
  expect(Object.keys(await errors({ kpis: seven }))).toEqual(['kpis']);
  expect(Object.keys(await errors({ channel: 'C0GENERAL1' }))).toEqual(['channel']);
  expect(await shop.db.prisma.digest.count({ where: { workspaceId: shop.workspace.id } })).toBe(0);
});

test('its times, place and words are edited; its next times are the new ones, and none of the past is posted', async () => {
  await using shop = await openShop({ at: '2026-03-02T09:00:00Z' });
  await setUp(shop);
  await shop.lena.says('/digest edit 1');
  await shop.lena.seesForm('Edit the digest');
  expect(
    await shop.lena.sends('Edit the digest', {
      ...chosen,
      name: 'Noon',
      when: 'every day 09:00',
      channel: 'C0OPSALERT',
    }),
  ).toEqual({});
  const card = await shop.lena.sees('Saved');
  expect(card.text).toContain('<#C0OPSALERT> · every day at 09:00');
  await shop.vic.says('/issue new low shipping Tape runs low', 'ops-alerts');
  await tickAt(shop, '2026-03-02T09:05:00Z');
  expect((await shop.vic.seesAll('ops-alerts')).filter((text) => text.includes('Noon'))).toEqual([]);
  await tickAt(shop, '2026-03-03T08:00:00Z');
  await shop.vic.sees('Noon · Mon 2 Mar, Berlin', 'ops-alerts');
  expect(await shop.vic.seesAll()).toEqual([]);
});

test('a pause ends by itself; what fell into it is noted and not posted later', async () => {
  await using shop = await openShop({ at });
  await setUp(shop);
  await shop.lena.says('/digest pause morning until Thu 08:30');
  await shop.lena.sees('Paused until 5 Mar 08:30 CET');
  await tickAt(shop, '2026-03-05T07:31:00Z');
  await shop.vic.sees('Morning ·');
  await shop.lena.says('/digest history 1');
  const history = await shop.lena.sees('Morning: 1 of the last 4 sent');
  expect(history.text.match(/paused/g)).toHaveLength(3);
  await shop.lena.says('/digest resume 1');
  await shop.lena.sees('It was not paused');
  await shop.lena.says('/digest pause 1 until yesterday');
  await shop.lena.sees('has passed.');
});

test('it is posted by hand beside its times, and its next one comes as planned', async () => {
  await using shop = await openShop({ at });
  await setUp(shop);
  await shop.lena.says('/digest send 1');
  await shop.lena.sees('It is being posted, beside its times');
  await shop.app.catchUp();
  await shop.app.idle();
  const extra = await shop.vic.sees('posted by hand, beside its times');
  expect(extra.text).toContain('There is nothing to tell');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  const planned = await shop.vic.sees('next 3 Mar 08:30 CET');
  expect(planned.text).not.toContain('by hand');
  expect(await shop.vic.seesAll()).toHaveLength(2);
  await shop.lena.says('/digest history 1');
  expect((await shop.lena.sees('Morning: 1 of the last 1 sent')).text).toContain('Posted by hand');
});

test('skipped when there is nothing to tell, posted when there is; what it skips is in its history', async () => {
  await using shop = await openShop({ at });
  await setUp(shop);
  await shop.lena.picksMore(await shop.lena.sees('It is set up'), 'Options');
  await shop.lena.seesForm('Options of the digest');
  expect(
    await shop.lena.sends('Options of the digest', { empty: 'skip', catchUp: 'late', tolerance: '5' }),
  ).toEqual({});
  await shop.lena.sees('Saved');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  expect(await shop.vic.seesAll()).toEqual([]);
  await shop.vic.says('/issue new low shipping Tape runs low', 'ops-alerts');
  await tickAt(shop, '2026-03-03T07:30:00Z');
  await shop.vic.sees('1 issue open');
  await shop.lena.says('/digest history 1');
  expect((await shop.lena.sees('of the last 2 sent')).text).toContain('skipped, there was nothing to tell');
});

test('one by direct message is its reader’s alone: with their rights, unseen by others, and changed by nobody else', async () => {
  await using shop = await openShop({ at, stock: { 'MUG-01': 100 }, unitCost: 500n });
  await shop.omar.says('/digest new every day 08:30');
  await shop.omar.seesForm('New digest');
  await shop.omar.sends('New digest', { ...chosen, channel: null, sections: ['approvals.waiting'] });
  expect((await shop.omar.sees('It is set up')).text).toContain('to you');
  await shop.lena.says('/digest');
  await shop.lena.sees('No digests yet');
  await shop.lena.says('/digest 1');
  await shop.lena.sees('There are no digests yet.');
  await tickAt(shop, '2026-03-02T07:30:00Z');
  // Half past eight where Omar lives.
  await tickAt(shop, '2026-03-02T13:30:00Z');
  await shop.omar.sees('Morning · 27 Feb to 1 Mar, New York', 'dm');
  expect(await shop.vic.seesAll()).toEqual([]);
});

test('a viewer sees what is posted, previews it and changes nothing; names are found, and near misses are named', async () => {
  await using shop = await openShop({ at });
  await setUp(shop);
  await setUp(shop, { name: 'Morning of shipping', when: 'daily 7:00' });
  await shop.vic.says('/digest preview 1');
  const preview = await shop.vic.sees('Morning · 27 Feb to 1 Mar');
  expect(preview.ephemeral).toBe(true);
  for (const verb of ['edit', 'delete', 'send', 'pause'])
    await shop.vic.says(`/digest ${verb} 1`).then(async () => {
      await shop.vic.sees('You may not set up or change the digests of channels.');
    });
  await shop.vic.says('/digest morn');
  await shop.vic.sees('Several digests fit "morn": 1 Morning and 2 Morning of shipping.');
  await shop.vic.says('/digest evening');
  await shop.vic.sees('No digest is called "evening".');
  await shop.vic.says('/digest morning');
  expect((await shop.vic.sees('Next: 08:30 CET')).text).toContain('Tells: open issues');
});

test('somebody else owns it from now on, and hears that it cannot be posted: once, however often it fails', async () => {
  await using shop = await openShop({ at });
  shop.expectComplaint(/is_archived|channel_not_found|not_in_channel/);
  await setUp(shop);
  await shop.lena.says('/digest transfer 1 Omar');
  await shop.lena.sees('Omar owns it from now on');
  await shop.sandbox.control.changeChannel('C0OPSDAILY', { is_archived: true });
  await tickAt(shop, '2026-03-02T07:30:00Z');
  await tickAt(shop, '2026-03-03T07:30:00Z');
  await tickAt(shop, '2026-03-03T07:40:00Z');
  const told = (await shop.omar.seesAll('dm')).filter((text) => text.includes('archived'));
  expect(told).toHaveLength(1);
  await shop.lena.says('/digest history 1', 'ops-alerts');
  expect((await shop.lena.sees('2 failed', 'ops-alerts')).text).toContain('its message could not be posted');
});

test('pressed twice it is posted once; every minute is refused; who may not keep it cannot own it', async () => {
  await using shop = await openShop({ at });
  await setUp(shop);
  await shop.lena.says('/digest send 1');
  await shop.lena.sees('It is being posted, beside its times');
  await shop.omar.says('/digest send 1');
  await shop.omar.sees('Morning was posted by hand at 02:00 already.');
  await shop.app.catchUp();
  await shop.app.idle();
  expect((await shop.vic.seesAll()).filter((text) => text.includes('posted by hand, beside'))).toHaveLength(
    1,
  );
  await shop.lena.says('/ops heartbeat every minute');
  await shop.lena.sees('That is more often than every 15 minutes, which nobody reads.');
  await shop.lena.says('/digest transfer 1 Vic');
  await shop.lena.sees('Vic may not set up or change the digests of channels, so could not mend it.');
});

test('a viewer’s preview leaves out what they may not see; who keeps it sees what the channel reads', async () => {
  await using shop = await openShop({ at });
  await setUp(shop, { sections: ['ops.health', 'issues.open'] });
  await shop.lena.says('/digest preview 1');
  await shop.lena.sees('1 thing to look at: Feeds');
  await shop.vic.says('/digest preview 1');
  expect((await shop.vic.sees('a preview for you alone')).text).not.toContain('to look at');
});

test('the digest of somebody who has left fails, and the admins hear of it', async () => {
  await using shop = await openShop({ at });
  shop.expectComplaint(/./);
  await shop.maya.says('/digest new');
  await shop.maya.seesForm('New digest');
  await shop.maya.sends('New digest', { ...chosen, channel: null });
  await shop.maya.sees('It is set up');
  await shop.sandbox.control.changeMember(shop.maya.id, { deleted: true });
  await tickAt(shop, '2026-03-02T07:30:00Z');
  await shop.ada.sees('deactivated in Slack', 'dm');
});
