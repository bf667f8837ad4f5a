import type { Slack } from './slack.ts';
import type { Json, Member } from './types.ts';

/** A member as `users.info` and `user_change` show them. */
export function memberJson(slack: Slack, member: Member): Json {
  const { display_name, real_name, email, presence: _presence, dnd: _dnd, ...rest } = member;
  return {
    ...rest,
    real_name,
    tz_label: member.tz,
    tz_offset: offsetSeconds(member.tz, slack.clock.now()),
    is_primary_owner: false,
    is_app_user: false,
    is_stranger: member.team_id !== slack.workspace.team.id,
    updated: Math.floor(slack.clock.now() / 1000),
    profile: {
      display_name,
      display_name_normalized: display_name,
      real_name,
      real_name_normalized: real_name,
      team: member.team_id,
      ...(email !== '' && slack.app.scopes.has('users:read.email') ? { email } : {}),
      ...(member.is_bot && member.id === slack.app.bot_user_id
        ? { bot_id: slack.app.bot_id, api_app_id: slack.app.app_id }
        : {}),
    },
  };
}

function offsetSeconds(tz: string, now: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')?.value;
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? [];
  const seconds = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60;
  return sign === '-' ? -seconds : seconds;
}
