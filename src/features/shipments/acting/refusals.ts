import { dayMoment } from '../../../core/time/day-moment.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { findingOf } from '../card/finding.ts';
import { stateWords, statusWords } from '../card/words.ts';
import type { ShipmentCard } from '../shipment/model.ts';
import type { UpdateNo } from './rules.ts';

type Sentence = (shipment: ShipmentCard, reader: Reader) => string;

export const updateSentences: Readonly<Record<UpdateNo, Sentence>> = {
  'is nothing': () => 'Say what happened, or when it will come.',
  'has ended': (shipment, reader) =>
    `${findingOf(shipment, reader).text}: it has ended. A lead can say that it has not.`,
  'is not next': (shipment) => `It is ${stateWords(shipment)} by now, and cannot be that next.`,
  'is handed over': ({ carrier, handedOverAt }, reader) =>
    `${carrier ?? 'The carrier'} has had it${handedOverAt ? ` since ${dayMoment(handedOverAt, reader)}` : ''}: it cannot be cancelled any more. Once it is stopped on the way, say that it is on its way back to us.`,
  'is no reason alone': () => 'Say what happened too: a reason belongs to it.',
  'is no place alone': () => 'Say what happened there too.',
  'is no note alone': () => 'Say what happened too. A note by itself belongs in an issue.',
  'is to come': () => 'That is still to come: when did it happen?',
  'is before': ({ events }, reader) => {
    const latest = events.findLast(({ standing }) => standing === 'counts' || standing === 'lift');
    return latest
      ? `At ${dayMoment(latest.at, reader)} it was ${statusWords[latest.status]}: when did this happen after that?`
      : 'Something happened after that.';
  },
  'is too far': () => 'That day is more than a year away: a nearer one.',
  'is lost': (shipment) =>
    `It is ${stateWords(shipment)}: say what happened since too, such as in transit where it was found.`,
  'will not come': () => 'What has ended or is lost has no day to come: leave it empty.',
  'says why': () => 'That it is lost or damaged says why: leave this empty.',
  'has no reason': () => 'Only what goes wrong has a reason, such as delayed or on hold: leave this empty.',
  'has come that day': () => 'That day has passed: today or later.',
};

/** The input that a no belongs to. */
export function inputOf(no: UpdateNo): string {
  const inputs: Partial<Record<UpdateNo, string>> = {
    'is no reason alone': 'reason',
    'is no place alone': 'city',
    'is no note alone': 'note',
    'is to come': 'at',
    'is before': 'at',
    'has come that day': 'estimate',
    'is too far': 'estimate',
    'will not come': 'estimate',
    'says why': 'reason',
    'has no reason': 'reason',
  };
  return inputs[no] ?? 'status';
}
