import { WebClient } from '@slack/web-api';
import type { Act } from '../harness/acts.ts';
import type { CrashShop } from '../harness/crash-shop.ts';

export const plants = ['lost', 'doubled', 'contradictory', 'unanswered'] as const;
export type Plant = (typeof plants)[number];

/** Spoils what became of one act, to show that the checker finds it. The act is a DM that was done and answered. */
export async function plant(shop: CrashShop, what: Plant, { code, user }: Act): Promise<void> {
  const { prisma, slack } = shop;
  const client = new WebClient(shop.botToken, { slackApiUrl: shop.apiUrl });
  const dm = await slack.openDm(user);
  switch (what) {
    case 'lost':
    case 'doubled':
      return await prisma.$transaction(async (tx) => {
        // The ledger refuses to be changed, but for a replication role.
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        if (what === 'lost')
          await tx.$executeRaw`DELETE FROM ledger_leg l USING sku s, ledger_entry e
            WHERE s.id = l.sku_id AND s.code = ${code} AND e.id = l.entry_id AND e.cause = 'adjustment'`;
        else
          await tx.$executeRaw`INSERT INTO ledger_leg
            SELECT l.workspace_id, l.entry_id, l.ordinal + 100, l.sku_id, l.location_id, l.bucket, l.quantity, l.occurred_at
            FROM ledger_leg l JOIN sku s ON s.id = l.sku_id JOIN ledger_entry e ON e.id = l.entry_id
            WHERE s.code = ${code} AND e.cause = 'adjustment'`;
      });
    case 'contradictory':
      await client.chat.postMessage({
        channel: dm,
        text: `I did not do this: ${code}. Nothing was changed.`,
      });
      return;
    case 'unanswered':
      for (const { ts, text, blocks } of await slack.messages(user, dm))
        if (`${text} ${JSON.stringify(blocks)}`.includes('51 available') && `${text}`.includes(code))
          await client.chat.delete({ channel: dm, ts });
  }
}
