import type { Scope, Tx } from '../../../core/runtime/database.ts';
import { reads, writes } from '../../../db/scope.ts';
import type { ChannelsByPurpose } from './model.ts';

export async function listChannels(scope: Scope): Promise<ChannelsByPurpose> {
  const rows = await reads(scope).channelSetting.findMany({ where: { workspaceId: scope.workspaceId } });
  return new Map(rows.map(({ purpose, channel }) => [purpose, channel]));
}

export async function setChannel(tx: Tx, purpose: string, channel: string | null, now: Date): Promise<void> {
  const key = { workspaceId: tx.workspaceId, purpose };
  if (channel === null) {
    await writes(tx).channelSetting.deleteMany({ where: { workspaceId: tx.workspaceId, purpose } });
    return;
  }
  await writes(tx).channelSetting.upsert({
    where: { workspaceId_purpose: key },
    create: { ...key, channel, changedAt: now },
    update: { channel, changedAt: now },
  });
}
