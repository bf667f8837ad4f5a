import { capitalized } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { dayWords } from '../../../core/time/weekdays.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showBeside } from '../../issues/index.ts';
import { askService, showShipment } from '../card/actions.ts';
import { findingOf } from '../card/finding.ts';
import { nameOf } from '../card/views.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import { isSettled } from '../status/rules.ts';
import { askedBefore } from './asked-words.ts';
import { customerText } from './customer-words.ts';
import { happenedWords } from './happened-words.ts';
import type { ServiceAsked, Updated } from './model.ts';

/** After an update: what was noted, and how it stands now. */
export function updated(shipment: ShipmentCard, { happened, estimate }: Updated, reader: Reader): Message {
  const { text } = findingOf(shipment, reader);
  const said = [
    ...(happened === null ? [] : [happenedWords(happened, shipment)]),
    ...(estimate === null ? [] : [`expected on ${dayWords(estimate, reader.now)}`]),
  ].join(', ');
  // What stands at the head of the finding is not said before it as well.
  const head = text.toLowerCase().startsWith(said.toLowerCase()) ? 'Noted' : `${capitalized(said)}, noted`;
  const what = mrkdwn`${head}. ${nameOf(shipment)}: ${text}.`;
  return message(what, [
    section(what),
    actions(button(showShipment, { id: shipment.id }, 'Show the shipment')),
  ]);
}

/** After a lead's word. */
export function lifted(shipment: ShipmentCard, reader: Reader): Message {
  const how = findingOf(shipment, reader).text;
  const text = isSettled(shipment.status)
    ? mrkdwn`Taken back: what the carrier told of ${nameOf(shipment)} counts. ${how}.`
    : mrkdwn`${nameOf(shipment)} goes on: ${how}. What is scanned from now on counts.`;
  return message(text, [
    section(text),
    actions(button(showShipment, { id: shipment.id }, 'Show the shipment')),
  ]);
}

/** After a lead's other word. */
export function confirmed(shipment: ShipmentCard, reader: Reader): Message {
  const text = mrkdwn`Confirmed. ${nameOf(shipment)}: ${findingOf(shipment, reader).text}. It is no exception any more, unless it is scanned again.`;
  return message(text, [
    section(text),
    actions(button(showShipment, { id: shipment.id }, 'Show the shipment')),
  ]);
}

/** The words to copy. */
export function customerMessage(shipment: ShipmentCard, reader: Reader): Message {
  const text = customerText(shipment, reader.now);
  return message(mrkdwn`For the customer: ${text}`, [
    section(mrkdwn`*For the customer of shipment ${shorten(shipment.tracking, 60)}*`),
    section(mrkdwn`${text}`),
    context(mrkdwn`To copy. Times are those of where it goes.`),
    actions(
      button(askService, { id: shipment.id }, 'Tell customer service'),
      button(showShipment, { id: shipment.id }, 'Back to the shipment'),
    ),
  ]);
}

export function serviceAsked(asked: ServiceAsked, shipment: ShipmentCard, reader: Reader): Message {
  const { issue, isNew } = asked;
  const text = isNew
    ? mrkdwn`Customer service has it: issue #${issue.number} holds the words to send for shipment ${shorten(shipment.tracking, 60)}.`
    : mrkdwn`Customer service has it already: ${askedBefore({ ...asked, number: issue.number }, reader)}`;
  return message(text, [
    section(text),
    actions(button(showBeside, { id: issue.id }, `Show issue ${issue.number}`)),
  ]);
}
