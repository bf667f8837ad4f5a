import { openSandbox, smallShop } from '../../sandbox/index.ts';
import type { ManifestInput } from '../../sandbox/manifest.ts';
import { readWorkspace, type WorkspaceFile } from '../../sandbox/workspace.ts';
import { systemClock } from '../../src/core/runtime/clock.ts';
import { randomIds } from '../../src/core/runtime/ids.ts';
import type { PrismaClient } from '../../src/db/generated/client.ts';
import { features } from '../../src/features/index.ts';
import { manifestOf } from '../../src/slack/app/manifest.ts';
import { prepared } from '../race/prepared.ts';
import { builders } from './builders.ts';

export const watcher = 'U0MAYA0001';

/** A Slack and a PostgreSQL database for several processes, with watched SKUs in their own channels. */
export async function openWatchedShop(plan: { skus: number; channels: number; history: boolean }) {
  const { workspace, channels } = workspaceWith(plan.channels);
  const sandbox = await openSandbox({
    manifest: manifestOf(features) as ManifestInput,
    workspace,
    grantOptionalScopes: plan.history,
  });
  const db = await prepared(0, []);
  const { id } = await db.prisma.workspace.create({
    data: {
      id: randomIds.uuid(systemClock.now()),
      slackTeamId: workspace.team.id,
      name: workspace.team.name,
      timeZone: 'UTC',
      currency: 'EUR',
      createdAt: systemClock.now(),
    },
  });
  await fillWatched(db.prisma, id, plan.skus, channels);
  return {
    sandbox,
    channels,
    prisma: db.prisma,
    /** The settings by which a replica finds both. */
    environment: {
      DATABASE_URL: db.url,
      SLACK_API_URL: sandbox.apiUrl,
      SLACK_BOT_TOKEN: sandbox.botToken,
      SLACK_APP_TOKEN: sandbox.appToken,
      PORT: '0',
    },
    async [Symbol.asyncDispose]() {
      await db.close();
      await sandbox.close();
    },
  };
}

/** The SKU that a card is about; its text begins with the finding. */
export function skuIn(text: string): string {
  return /SKU-\d{4}/.exec(text)?.[0] ?? '';
}

/** A workspace with this many channels; the bot and one member are in all of them. */
function workspaceWith(channels: number): { workspace: WorkspaceFile; channels: readonly string[] } {
  const file = readWorkspace(smallShop);
  const ids = Array.from({ length: channels }, (_, i) => `C0WATCH${String(i).padStart(4, '0')}`);
  const made = ids.map((id, i) => ({
    id,
    name: `watch-${i}`,
    members: [watcher],
    bot: true,
    is_private: false,
    is_ext_shared: false,
    is_archived: false,
  }));
  return {
    workspace: { ...file, channels: [...file.channels, ...made] },
    channels: ids,
  };
}

/** This many SKUs, each at one location and watched in one of the channels; nothing is sent yet. */
async function fillWatched(
  prisma: PrismaClient,
  workspaceId: string,
  skus: number,
  channels: readonly string[],
): Promise<void> {
  const now = systemClock.now();
  const workspace = { id: workspaceId, name: 'Race', timeZone: 'UTC', currency: 'EUR' };
  const given = builders(prisma, workspace, now);
  await given.person('Maya', watcher, ['operator'], 'UTC');
  const maya = await prisma.member.findFirstOrThrow({ where: { slackUserId: watcher } });
  const hamburg = await given.location({ code: 'HAM', name: 'Hamburg' });
  for (let i = 0; i < skus; i += 1) {
    const id = await given.sku(`SKU-${String(i).padStart(4, '0')}`);
    await given.stock(id, hamburg, 50);
    const place = channels[i % channels.length] ?? '';
    const watch = { workspaceId, kind: 'stock.sku', subjectId: id, place, personId: maya.personId };
    await prisma.subjectWatch.create({ data: { ...watch, toldState: 'ok', createdAt: now } });
    await prisma.message.create({
      data: {
        workspaceId,
        id: randomIds.uuid(now),
        kind: 'stock.watch',
        subject: id,
        place,
        facts: {},
        wantedVersion: 1,
        sentVersion: 0,
        state: 'waiting',
        priority: 2,
        dueAt: now,
        waitingSince: now,
        broadcast: false,
        attempts: 0,
        correlationId: 'fill',
      },
    });
  }
}
