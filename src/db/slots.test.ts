import { expect, test } from 'vitest';
import { newContext } from '../../test/harness/database.ts';
import { insertSlots, updateSlot } from './slots.ts';

test('a slot changes only along the arrows of its table', async () => {
  const ctx = await newContext();
  const { now, ids, correlationId } = ctx;
  const scheduleId = ids.uuid(now);
  const slot = { slotAt: now, attempts: 1 } as const;
  const written = ctx.engine.database.transaction(ctx.workspace.id, async (tx) => {
    await insertSlots(tx, scheduleId, [{ ...slot, state: 'started' }], { now, correlationId });
    await updateSlot(tx, scheduleId, { ...slot, state: 'done' }, now);
    await updateSlot(tx, scheduleId, { ...slot, state: 'started' }, now);
  });
  await expect(written).rejects.toThrow('slot: no arrow leads to started from its present state.');
});
