import type { Slack } from '../state/slack.ts';

export type FarewellOrder = 'app_uninstalled_first' | 'tokens_revoked_first';

/** Uninstalls the app: its token dies, its bot leaves every channel, and two events follow in no fixed order. */
export async function uninstall(slack: Slack, order: FarewellOrder): Promise<void> {
  const bot = slack.app.bot_user_id;
  slack.installation.status = 'uninstalled';
  for (const channel of slack.channels.values()) {
    if (channel.kind !== 'im' && channel.members.delete(bot))
      slack.feed.announce({ type: 'channel', channel: channel.id });
  }
  const farewells = [tellUninstalled, tellRevoked];
  if (order === 'tokens_revoked_first') farewells.reverse();
  for (const tell of farewells) await tell(slack);
}

/** Revokes its token; the app stays installed. */
export async function revoke(slack: Slack): Promise<void> {
  slack.installation.status = 'revoked';
  await tellRevoked(slack);
}

async function tellUninstalled(slack: Slack): Promise<void> {
  await slack.delivery.event({ type: 'app_uninstalled', event_ts: slack.ids.ts() }, 'app_uninstalled');
}

async function tellRevoked(slack: Slack): Promise<void> {
  const tokens = { oauth: [], bot: [slack.app.bot_user_id] };
  await slack.delivery.event({ type: 'tokens_revoked', tokens, event_ts: slack.ids.ts() }, 'tokens_revoked');
}
