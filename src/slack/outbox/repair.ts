import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { markFound, type Standing } from '../../db/outbox/settle.ts';
import type { Parts } from '../app/services.ts';

/** A click shows where a message of ours stands, which settles a post in doubt. Never throws. */
export async function noteClicked({ ground, workspace }: Parts, id: string, at: Standing): Promise<void> {
  const { engine, clock, log } = ground;
  try {
    const found = await engine.database.transaction(
      workspace.id,
      async (tx) => await markFound(tx, id, at, clock.now()),
    );
    if (!found) return;
    log.info({ message: id }, 'a lost message was found by a click');
    engine.wake();
  } catch (error) {
    warnUnlessOutage(ground, error, 'a clicked message could not be looked up', { message: id });
  }
}
