import { expect, test } from 'vitest';
import { slackChecks } from '../../../src/slack/app/check.ts';
import { keepRights } from '../../../src/slack/app/rights.ts';
import { SlackClient } from '../../../src/slack/web/client.ts';
import { newContext } from '../../harness/database.ts';
import { loggedErrors, watchedLog } from '../../harness/log.ts';
import { openShop } from '../../harness/shop.ts';

test.each(['app_uninstalled_first', 'tokens_revoked_first'] as const)(
  'after an uninstall (%s) the log says so, and health says what to do',
  async (order) => {
    await using shop = await openShop({ stock: { 'MUG-01': 10 } });
    shop.expectComplaint(/./);
    const errors = loggedErrors();
    const { control, botToken, apiUrl } = shop.sandbox;
    await shop.maya.says('/stock watch MUG-01');
    await shop.maya.sees('Watched for Maya', 'dm');
    await shop.app.idle();
    await control.uninstall(order);
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    expect(JSON.stringify(errors)).toContain('The app was uninstalled');
    expect(JSON.stringify(errors)).toContain('Our token was revoked');
    const client = new SlackClient({ botToken, apiUrl }, watchedLog());
    const [answers] = slackChecks(client, { mode: 'socket' } as never, {
      clock: shop.clock,
      rights: keepRights(),
      sending: () => null,
    }).health;
    const { ok, finding } = (await answers?.look(await newContext())) ?? {};
    expect(ok).toBe(false);
    expect(finding).toContain('refuses our token (account_inactive)');
    expect(finding).toContain('Install the app again');
  },
);
