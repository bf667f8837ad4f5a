import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { channelInput } from '../../../ui/inputs.ts';
import { channelMention, joined, mrkdwn } from '../../../ui/text.ts';
import { openChannels } from './actions.ts';
import { channelsForm } from './forms.ts';
import { type ChannelsByPurpose, purposes } from './model.ts';

export function channelsFormView(channels: ChannelsByPurpose): FormView {
  const inputs = purposes.map(({ field, key, label, hint }) => {
    const initial = channels.get(key);
    return [field, channelInput({ label, hint, ...(initial && { initial }) })] as const;
  });
  return formView(channelsForm, { title: 'Channels', submit: 'Save', inputs: Object.fromEntries(inputs) });
}

export function channelsChosen(channels: ChannelsByPurpose): Message {
  const set = purposes.flatMap(({ key, label }) => {
    const channel = channels.get(key);
    return channel ? [mrkdwn`*${label}* ${channelMention(channel)}`] : [];
  });
  const finding = set.length === 0 ? mrkdwn`No channel is set yet.` : joined(set, '\n');
  return message(set.length === 0 ? finding : mrkdwn`Channels: ${joined(set, ', ')}`, [
    section(finding),
    actions(button(openChannels, {}, 'Choose channels')),
    context(mrkdwn`I post where I am a member: \`/invite @Quartermaster\` in each of them.`),
  ]);
}

/** Posted in a channel that somebody chooses, which shows whether it can be posted in. */
export function channelTried(labels: string, by: string): Message {
  const text = mrkdwn`${by} chooses this channel for ${labels}. I can post here.`;
  return message(text, [section(text)]);
}

const some = new Map([
  ['alerts', 'C0OPSALERT'],
  ['department shipping', 'C0OPSDAILY'],
]);

export const channelSamples = {
  'channels chosen': () => channelsChosen(some),
  'a channel is tried': () => channelTried('Alerts and Approvals', '<!channel> *Maya*'),
  'no channel chosen': () => channelsChosen(new Map()),
};

export const channelFormSamples = {
  'channels, some chosen': () => channelsFormView(some),
};
