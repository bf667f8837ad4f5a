import { Refusal } from '../../core/runtime/refusal.ts';
import { warnUnlessOutage } from '../../core/runtime/warn.ts';
import { isDirect } from '../../core/tokens/place.ts';
import { privately, type Reply } from '../../core/tokens/reply.ts';
import { isFirstShare } from '../../db/inbound/shares.ts';
import type { Parts } from '../app/services.ts';
import { explain } from '../replies/explain.ts';
import type { ActOf } from './act.ts';
import type { Outcome } from './dispatch.ts';

const seenByOne: readonly Reply['to'][] = ['private', 'show', 'card', 'form'];

/**
 * Null when those who would see the answer may; else what the one who pressed is told. A message that everybody
 * sees is asked about again when it is drawn anew: a guest may have come since.
 */
export async function whyNotShow(
  { audiences, ground }: Parts,
  { channel, onlyForOne }: { readonly channel: string | null; readonly onlyForOne: boolean },
  to: Reply['to'],
): Promise<Outcome | null> {
  if (channel === null || seenByOne.includes(to)) return null;
  if (to === 'replace' && onlyForOne) return null;
  // We post by ourselves only in our own direct messages; shared, it may be a conversation of two others.
  if (to === 'replace' && isDirect(channel)) return null;
  const audience = await audiences.of(channel);
  if (audience.ok) return null;
  const refusal = new Refusal('not-allowed', audience.why, { next: audience.next });
  return { reply: privately(explain(refusal, ground, 'share')), refused: true };
}

/** Pressed again so soon, it was the same wish. */
const onceMs = 2_000;

/** Null, or what somebody is told who shares the same thing twice within a moment: it is posted once. */
export async function whyNotAgain(
  { ground, prisma, workspace }: Parts,
  { user, channel, id, value }: ActOf<'click'>,
  to: Reply['to'],
): Promise<Outcome | null> {
  if (to !== 'share') return null;
  const now = ground.clock.now();
  const key = [user, channel, id, value].join(':');
  const since = new Date(now.getTime() - onceMs);
  const first = await isFirstShare(prisma, { workspaceId: workspace.id, key }, { now, since }).catch(
    (error) => {
      warnUnlessOutage(ground, error, 'whether it was shared before could not be read');
      return true;
    },
  );
  if (first) return null;
  const refusal = new Refusal('conflict', 'You shared it a moment ago: it is posted once.');
  return { reply: privately(explain(refusal, ground, 'share')), refused: true };
}
