import { expect, test } from 'vitest';
import { newContext, testDatabase } from '../../../test/harness/database.ts';
import { getLines, openMessage } from './lines.ts';
import { overflow } from './notifications.ts';

test('a viewer may open a message whose text only the bot reads, and may not read that text directly', async () => {
  const ctx = await newContext({ role: 'viewer' });
  const { prisma } = await testDatabase();
  const id = ctx.ids.uuid(ctx.now);
  await prisma.message.create({
    data: {
      workspaceId: ctx.workspace.id,
      id,
      kind: overflow.id,
      subject: '2026-03-02',
      place: 'C0OPSDAILY',
      facts: { budget: 15 },
      wantedVersion: 1,
      sentVersion: 1,
      state: 'said',
      priority: 2,
      dueAt: ctx.now,
      waitingSince: ctx.now,
      broadcast: false,
      attempts: 0,
      correlationId: 'test',
    },
  });
  expect((await openMessage.call(ctx, { id })).text).toContain('0 more messages today');
  const asked = getLines.call(ctx, { kind: overflow.id, subject: '2026-03-02', place: 'C0OPSDAILY' });
  await expect(asked).rejects.toThrow('You may not keep the bot’s messages: only the bot itself does that.');
});
