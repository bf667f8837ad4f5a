import type { ActResult } from '../control/types.ts';
import { encodeTyped } from '../state/encode.ts';
import { noticeTo } from '../state/post.ts';
import type { Slack } from '../state/slack.ts';
import { actor, conversation, payloadName, responseUrl } from './act.ts';
import { respond } from './respond.ts';

export interface CommandAct {
  user: string;
  channel: string;
  text: string;
  thread_ts?: string | undefined;
}

/** A member types a slash command. Resolves when the app has acknowledged it, or after three seconds. */
export async function command(slack: Slack, act: CommandAct): Promise<ActResult> {
  const member = actor(slack, act.user);
  const channel = conversation(slack, member, act.channel);
  const [, name = '', rest = ''] = /^(\/\S*)\s*([\s\S]*)$/.exec(act.text.trim()) ?? [];
  const tell = (notice: string): ActResult => {
    noticeTo(slack, member.id, channel.id, notice);
    return { notice };
  };
  const declared = slack.manifest.features.slash_commands.find((c) => c.command === name);
  // In a shared channel only members of the installing workspace have the app's commands.
  const stranger = member.team_id !== slack.workspace.team.id;
  if (!declared || stranger || slack.installation.status === 'uninstalled') {
    return tell(
      `${name || act.text} is not a valid command. In Slack, all messages that start with the "/" character are interpreted as commands.`,
    );
  }
  if (act.thread_ts) return tell(`${name} is not supported in threads. Sorry!`);
  const hook = { user: member.id, channel: channel.id };
  const ack = await slack.delivery.request('slash_commands', `${name} ${rest}`.trim(), {
    token: slack.app.verification_token,
    team_id: slack.workspace.team.id,
    team_domain: slack.workspace.team.domain,
    channel_id: channel.id,
    channel_name: payloadName(channel),
    user_id: member.id,
    user_name: member.name,
    command: name,
    text: encodeTyped(slack, rest, declared.should_escape ? 'command' : 'plain'),
    api_app_id: slack.app.app_id,
    is_enterprise_install: 'false',
    response_url: responseUrl(slack, 'commands', hook),
    trigger_id: slack.triggers.issue({ user: member.id }),
  });
  if (ack.outcome === 'timed_out') {
    return { ack, ...tell(`${name} failed because the app did not respond in time (operation_timeout).`) };
  }
  if (ack.outcome !== 'acknowledged')
    return { ack, ...tell(`${name} failed with the error "dispatch_failed".`) };
  if (ack.response) {
    const error = respond(slack, hook, ack.response, `the acknowledgement of ${name}`);
    if (error) return { ack, ...tell(`${name} failed with the error "${error}".`) };
  }
  return { ack };
}
