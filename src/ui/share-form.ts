import type { Form } from '../core/declare/form.ts';
import type { FormView, Message } from '../core/tokens/reply.ts';
import { message, section } from './blocks.ts';
import { formView } from './form.ts';
import { channelInput } from './inputs.ts';
import { channelMention, mrkdwn } from './text.ts';

/** Where to share a card that somebody reads outside any channel. */
export function shareFormView(
  form: Pick<Form<never, unknown, { channel: string }>, 'id' | 'shape' | 'entered'>,
): FormView {
  return formView(form, {
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

/** `name`: of what is shared, such as "Order 1042". */
export function sharedIn(name: string, channel: string): Message {
  const text = mrkdwn`${name} is shared in ${channelMention(channel)}.`;
  return message(text, [section(text)]);
}
