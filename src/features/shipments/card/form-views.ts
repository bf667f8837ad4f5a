import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { channelInput } from '../../../ui/inputs.ts';
import { channelMention, mrkdwn } from '../../../ui/text.ts';
import { shareForm } from './forms.ts';

export function shareFormView(): FormView {
  return formView(shareForm, {
    title: 'Share in a channel',
    submit: 'Share',
    inputs: { channel: channelInput({ label: 'Channel', hint: 'One where I am a member.' }) },
  });
}

/** The answer where no form can be opened. */
export function shareInWords(): Message {
  const how = mrkdwn`Ask for the card in the channel, and press Share there.`;
  return message(how, [section(how)]);
}

export function sharedIn(name: string, channel: string): Message {
  const text = mrkdwn`${name} is shared in ${channelMention(channel)}.`;
  return message(text, [section(text)]);
}
