import { money } from '../../../core/text/money.ts';
import { number } from '../../../core/text/quantity.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Telling, Told } from '../../../core/tokens/approval.ts';
import type { Choice } from '../../../core/tokens/choice.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, pickInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showApproval, undoAction } from '../../approvals/index.ts';
import { demandDays } from '../card/rules.ts';
import { adjustForm } from './forms.ts';
import { type AdjustCause, type Adjustment, type AdjustmentFacts, adjustCauses } from './rules.ts';

const causeWords: Readonly<Record<AdjustCause, string>> = {
  damaged: 'Damaged: kept apart, no longer sold',
  lost: 'Lost',
  stolen: 'Stolen',
  expired: 'Expired',
  used: 'Used in-house: sample, photo, display',
  found: 'Found',
  returned: 'Returned and fit for sale',
  correction: 'Correction of a mistake',
};

/** The request in the words for its approvers, in plain text. */
export function tellAdjustment(request: Adjustment, facts: AdjustmentFacts, telling: Telling): Told {
  const { quantity, cause } = request;
  const units = number(Math.abs(quantity));
  const verb = quantity < 0 ? 'write off' : 'add';
  const numbers = (n: number, change = quantity) => numbersWords(n, n + change, telling);
  const value =
    facts.unitCost === null
      ? 'not known: the SKU has no unit cost'
      : money(BigInt(facts.unitCost) * BigInt(Math.abs(quantity)), facts.currency);
  return {
    what: `${verb} ${units} × ${facts.code} in ${facts.location} (${cause})`,
    lines: [
      ['Product', facts.title],
      [`Available in ${facts.location}`, numbers(facts.available)],
      ...(facts.availableInAll === facts.available
        ? []
        : [['Available everywhere', numbers(facts.availableInAll)] as const]),
      ...(cause === 'damaged'
        ? [[`Damaged in ${facts.location}`, numbers(facts.damaged, -quantity)] as const]
        : []),
      ...(telling === 'stays'
        ? []
        : [['Cover afterwards', coverText(facts.availableInAll + quantity, facts.recentUnits)] as const]),
      ['Value', value],
    ],
  };
}

/** What would become of a number, or has become of it, or what it is where nothing follows. */
function numbersWords(before: number, after: number, telling: Telling): string {
  switch (telling) {
    case 'would be':
      return `${number(before)} → ${number(after)}`;
    case 'is':
      return `was ${number(before)}, is ${number(after)}`;
    case 'stays':
      return number(before);
  }
}

/** "2 × LAMP-03 back to available". */
export function tellUndo({ quantity, cause }: Adjustment, { code }: AdjustmentFacts): string {
  const units = `${number(Math.abs(quantity))} × ${code}`;
  if (cause === 'damaged') return `${units} ${quantity > 0 ? 'back to available' : 'back to damaged'}`;
  return `${units} ${quantity > 0 ? 'back to available' : 'out of available again'}`;
}

function coverText(available: number, recentUnits: number): string {
  if (recentUnits <= 0) return `not known: no sales in ${demandDays} days`;
  return count(Math.floor(Math.max(0, available) / (recentUnits / demandDays)), 'day');
}

export interface AdjustDraft {
  readonly code: string;
  readonly title: string;
  readonly locations: readonly { readonly id: string; readonly name: string; readonly available: number }[];
  readonly locationId: string | null;
  readonly quantity: number | null;
  readonly cause: AdjustCause | null;
  readonly note: string;
}

export function adjustFormView(draft: AdjustDraft): FormView {
  return formView(adjustForm, {
    title: 'Adjust stock',
    submit: 'Adjust',
    above: [section(mrkdwn`*${draft.code}* ${draft.title}`)],
    inputs: {
      location: pickInput({
        label: 'Location',
        choices: locationChoices(draft.locations),
        ...(draft.locationId && { initial: draft.locationId }),
      }),
      change: textInput({
        label: 'Change',
        hint: 'With a sign: -3 takes three away, +3 adds three.',
        max: 20,
        ...(draft.quantity !== null && { initial: signed(draft.quantity) }),
      }),
      cause: choiceInput({
        label: 'Cause',
        choices: adjustCauses.map((cause) => ({ value: cause, label: causeWords[cause] })),
        ...(draft.cause && { initial: draft.cause }),
      }),
      note: textInput({
        label: 'Note',
        hint: 'What happened; whoever approves it reads this.',
        multiline: true,
        max: 500,
        initial: draft.note,
      }),
    },
  });
}

export function locationChoices(locations: AdjustDraft['locations']): readonly Choice[] {
  return locations.map(({ id, name, available }) => ({
    value: id,
    label: `${shorten(name, 50)}: ${number(available)} available`,
  }));
}

/** The answer where no form can be opened. */
export function adjustInWords(code: string): Message {
  const how = mrkdwn`In one line: \`/stock adjust ${code} -3 damaged HAM fell off the shelf\`.`;
  return message(how, [section(how)]);
}

function signed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity);
}

/** The outcome: done within the policy, or waiting for approval. */
export function adjusted({ id, number, state, said, request, facts }: Outcome): Message {
  const press =
    state === 'done'
      ? button(undoAction, { id, on: 'own' }, 'Undo')
      : button(showApproval, { id }, `Show approval ${number}`);
  // What waits is named, with its place: what is done says it itself.
  const named =
    state === 'done'
      ? []
      : [context(mrkdwn`You asked to ${tellAdjustment(request, facts, 'would be').what}.`)];
  return message(mrkdwn`${said}`, [section(mrkdwn`${said}`), ...named, actions(press)]);
}

interface Outcome {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly said: string;
  readonly request: Adjustment;
  readonly facts: AdjustmentFacts;
}
