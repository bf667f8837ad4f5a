import { describe, expect, test } from 'vitest';
import { daily, kindOf, maya, openOutbox } from '../../../test/harness/outbox.ts';

const card = kindOf('card');
const note = kindOf('note', { shape: 'once' });
const digest = kindOf('digest', { shape: 'once', inDoubt: 'hold', priority: 'digest' });
const page = kindOf('page', { shape: 'once', priority: 'page', counted: true });

describe('a post whose answer was lost', () => {
  /** How long the sender waits for an answer that never comes. */
  const timeoutMs = 700;

  test('is found again by its metadata and edited, not repeated', async () => {
    const outbox = await openOutbox([card], { timeoutMs });
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
    await outbox.say(card.about('mug', daily, {}));
    const sender = outbox.start();
    await outbox.until(([row]) => row?.error != null);
    outbox.state.set('mug', 'newer');
    await outbox.say(card.about('mug', daily, {}));
    await outbox.until(([row]) => row?.state === 'said');
    await sender.idle();
    expect((await outbox.sees()).map(({ text }) => text)).toEqual(['newer']);
    expect(outbox.endings).toEqual(['mug sent']);
  });

  test('is found in direct messages too', async () => {
    const outbox = await openOutbox([note], { history: false, timeoutMs });
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
    await outbox.say(note.about('only once', maya, {}));
    outbox.start();
    await outbox.until(([row]) => row?.state === 'said');
    const dm = await outbox.control.openDm(maya);
    expect((await outbox.sees(dm)).map(({ text }) => text)).toEqual(['only once']);
  });

  test('is repeated with a mark if it is a page and the history cannot be read', async () => {
    const outbox = await openOutbox([page], { history: false, timeoutMs });
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
    await outbox.say(page.about('fire', daily, {}));
    outbox.start();
    await outbox.until(([row]) => row?.state === 'said');
    const seen = await outbox.sees();
    expect(seen.map(({ text }) => text)).toEqual(['fire', 'fire']);
    expect(JSON.stringify(seen[0])).not.toContain('May be a repeat');
    expect(JSON.stringify(seen[1])).toContain('May be a repeat');
  });

  test('is held and its owner told if it is a digest and the history cannot be read', async () => {
    const outbox = await openOutbox([digest], { history: false, timeoutMs });
    await outbox.control.fault({ method: 'chat.postMessage', kind: 'timeout', times: 1 });
    await outbox.say(digest.about('the week', daily, {}, { owner: maya }));
    outbox.start();
    const dm = await outbox.control.openDm(maya);
    await outbox.control.waitFor(async () => (await outbox.sees(dm)).length === 1);
    expect((await outbox.sees(dm))[0]?.text).toContain('I cannot tell whether it is there');
    expect(await outbox.sees()).toHaveLength(1);
    expect(outbox.endings).toEqual(['the week in doubt']);
  });

  test('is taken over after its lease when its process died before recording it', async () => {
    const outbox = await openOutbox([note]);
    await outbox.say(note.about('one', daily, {}));
    await outbox.db.prisma.message.updateMany({
      where: { workspaceId: outbox.workspaceId },
      data: {
        lease: outbox.ctx().ids.uuid(outbox.clock.now()),
        leasedUntil: new Date(outbox.clock.now().getTime() + 60_000),
        postedSince: outbox.clock.now(),
      },
    });
    const sender = outbox.start();
    await sender.idle();
    expect(await outbox.sees()).toEqual([]);
    outbox.clock.forward(60_001);
    sender.wake();
    await sender.idle();
    expect((await outbox.sees()).map(({ text }) => text)).toEqual(['one']);
  });
});
