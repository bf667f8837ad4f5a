import { describe, expect, test } from 'vitest';
import { loggedErrors } from '../../../test/harness/log.ts';
import { ada, daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';
import { retry } from '../../features/index.ts';

const card = kindOf('card');
const note = kindOf('note', { shape: 'once' });

const posts = async (outbox: Awaited<ReturnType<typeof openOutbox>>) =>
  (await outbox.control.traffic()).filter(({ name }) => name === 'chat.postMessage').length;

describe('each error of Slack has its treatment', () => {
  test.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    '%s is retried',
    async (error) => {
      const outbox = await openOutbox([note]);
      await outbox.control.fault({ method: 'chat.postMessage', kind: 'error', error, times: 1 });
      await outbox.say(note.about('one', daily, {}));
      const sender = outbox.start();
      await sender.idle();
      expect(await outbox.sees()).toEqual([]);
      outbox.clock.forward(2_000);
      sender.wake();
      await sender.idle();
      expect(await outbox.sees()).toHaveLength(1);
    },
  );

  test.each([
    ['not_in_channel', '/invite @Quartermaster'],
    ['channel_not_found', '/invite @Quartermaster'],
    ['is_archived', 'Unarchive it'],
    ['restricted_action', 'Let the app post'],
    ['missing_scope', 'Install it again'],
    ['no_permission', 'Ask an admin of Slack'],
  ])('%s notifies the owner with a remedy, and is not retried for ever', async (error, advice) => {
    const outbox = await openOutbox([card]);
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'error', error, times: 1 });
    await outbox.say(card.about('mug', daily, {}, { owner: maya }));
    const sender = outbox.start();
    await sender.idle();
    const dm = await outbox.control.openDm(maya);
    expect(JSON.stringify(await outbox.sees(dm))).toContain(advice);
    await outbox.say(card.about('mug', daily, {}));
    outbox.clock.forward(3_600_000);
    sender.wake();
    await sender.idle();
    expect(await outbox.sees()).toEqual([]);
    expect((await outbox.rows()).find(({ subject }) => subject === 'mug')).toMatchObject({
      state: 'blocked',
    });
  });

  test('many messages that a channel refuses make one notice', async () => {
    const outbox = await openOutbox([card]);
    await outbox.control.changeChannel(daily, { is_archived: true });
    await outbox.say(...['a', 'b', 'c'].map((one) => card.about(one, daily, {}, { owner: maya })));
    const sender = outbox.start();
    await sender.idle();
    const dm = await outbox.control.openDm(maya);
    expect((await outbox.sees(dm)).map(({ text }) => text)).toEqual([
      expect.stringContaining('3 messages could not be posted in'),
    ]);
  });

  test('a card in an archived channel waits, its owner is told, and it is up to date after unarchiving', async () => {
    const outbox = await openOutbox([card]);
    await outbox.say(card.about('mug', daily, {}, { owner: maya }));
    const sender = outbox.start();
    await sender.idle();
    await outbox.control.changeChannel(daily, { is_archived: true });
    outbox.state.set('mug', 'two left');
    await outbox.say(card.about('mug', daily, {}, { owner: maya }));
    sender.wake();
    await sender.idle();
    expect((await outbox.rows()).find(({ subject }) => subject === 'mug')).toMatchObject({
      state: 'blocked',
      error: 'is_inactive',
    });
    const dm = await outbox.control.openDm(maya);
    expect(JSON.stringify(await outbox.sees(dm))).toContain('It is archived');
    await outbox.control.changeChannel(daily, { is_archived: false });
    await retry.call(outbox.ctx(), { by: 'place', key: daily, day: null });
    outbox.clock.forward(2_000);
    sender.wake();
    await sender.idle();
    expect((await outbox.sees()).map(({ text }) => text)).toEqual(['two left']);
    expect(await posts(outbox)).toBe(2);
  });

  test.each(['message_not_found', 'cant_update_message'])('after %s nothing is retried', async (error) => {
    const outbox = await openOutbox([card]);
    const sender = outbox.start();
    await outbox.say(card.about('mug', daily, {}));
    sender.wake();
    await sender.idle();
    await outbox.control.fault({ method: 'chat.update', kind: 'error', error, times: 1 });
    for (let change = 0; change < 2; change += 1) {
      await outbox.say(card.about('mug', daily, {}));
      sender.wake();
      await sender.idle();
    }
    expect((await outbox.rows())[0]).toMatchObject({ state: 'dropped', error });
    expect(await posts(outbox)).toBe(1);
  });

  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'])(
    '%s stops the sender, loses nothing and shows on the health page',
    async (error) => {
      const outbox = await openOutbox([note]);
      const errors = loggedErrors();
      await outbox.control.fault({ method: 'chat.postMessage', kind: 'error', error, times: 1 });
      await outbox.say(note.about('one', daily, {}));
      const sender = outbox.start();
      await sender.idle();
      expect(sender.trouble()).toContain(error);
      expect(errors).toHaveLength(1);
      expect((await outbox.rows())[0]).toMatchObject({ state: 'waiting', error });
    },
  );

  test.each(['invalid_blocks', 'msg_too_long', 'msg_blocks_too_long', 'an_error_of_next_year'])(
    '%s is our fault: the message is set aside, an admin is told, and the others go on',
    async (error) => {
      const outbox = await openOutbox([note]);
      const errors = loggedErrors();
      await outbox.db.prisma.person.create({
        data: {
          workspaceId: outbox.workspaceId,
          id: outbox.ctx().ids.uuid(outbox.clock.now()),
          name: 'Ada',
          timeZone: 'Europe/Berlin',
          roles: ['admin'],
          departments: [],
          createdAt: outbox.clock.now(),
          members: {
            create: {
              slackUserId: ada,
              slackTeamId: 'T',
              kind: 'full',
              slackAdmin: true,
              deactivated: false,
              refreshedAt: outbox.clock.now(),
            },
          },
        },
      });
      await outbox.control.fault({ method: 'chat.postMessage', kind: 'error', error, times: 1 });
      await outbox.say(note.about('broken', daily, {}));
      await outbox.say(note.about('whole', daily, {}));
      const sender = outbox.start();
      await sender.idle();
      expect((await outbox.sees()).map(({ text }) => text)).toEqual(['whole']);
      const dm = await outbox.control.openDm(ada);
      expect(JSON.stringify(await outbox.sees(dm, ada))).toContain('This is my fault');
      const broken = (await outbox.rows()).find(({ subject }) => subject === 'broken');
      expect(broken).toMatchObject({ state: 'broken', error });
      expect(errors).toHaveLength(1);
    },
  );

  test('a view that throws is tried three times, then set aside; the others go on', async () => {
    const outbox = await openOutbox([note]);
    loggedErrors();
    outbox.state.set('broken', new Error('no such field'));
    await outbox.say(note.about('broken', daily, {}), note.about('whole', daily, {}));
    const sender = outbox.start();
    await sender.idle();
    expect((await outbox.sees()).map(({ text }) => text)).toEqual(['whole']);
    for (let turn = 0; turn < 3; turn += 1) {
      outbox.clock.forward(60_000);
      sender.wake();
      await sender.idle();
    }
    const broken = (await outbox.rows()).find(({ subject }) => subject === 'broken');
    expect(broken).toMatchObject({ state: 'broken', error: 'no such field' });
  });

  test('a message that is no longer needed is not sent', async () => {
    const outbox = await openOutbox([card]);
    outbox.state.set('mug', null);
    await outbox.say(card.about('mug', daily, {}));
    const sender = outbox.start();
    await sender.idle();
    expect(await outbox.sees()).toEqual([]);
    expect(outbox.endings).toEqual(['mug expired']);
  });
});

test('where guests read, nothing is posted, and the owner learns why', async () => {
  const outbox = await openOutbox([card]);
  await outbox.control.changeChannel(daily, { join: ['U0GUEST001'] });
  await outbox.say(card.about('mug', daily, {}, { owner: maya }));
  const sender = outbox.start();
  await sender.idle();
  expect(await outbox.sees()).toEqual([]);
  const dm = await outbox.control.openDm(maya);
  expect(JSON.stringify(await outbox.sees(dm))).toContain('Guests are in it, so I don’t post there.');
});

test('when Slack takes the token away, nothing more is sent, and nothing is lost', async () => {
  const outbox = await openOutbox([card]);
  loggedErrors();
  const sender = outbox.start();
  await sender.idle();
  sender.halt('The app was uninstalled');
  await outbox.say(card.about('mug', daily, {}));
  sender.wake();
  await sender.idle();
  expect(sender.trouble()).toBe('The app was uninstalled');
  expect(await outbox.sees()).toEqual([]);
  expect((await outbox.rows())[0]).toMatchObject({ state: 'waiting' });
});
