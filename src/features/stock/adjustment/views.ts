import { money } from '../../../core/text/money.ts';
import { number, signed } from '../../../core/text/quantity.ts';
import { listOf } from '../../../core/text/sentence.ts';
import type { Telling, Told } from '../../../core/tokens/approval.ts';
import type { Choice } from '../../../core/tokens/choice.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { actions, button, context, message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, pickInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { showApproval, undoAction } from '../../approvals/index.ts';
import { showBeside } from '../../issues/index.ts';
import { adjustSku } from '../card/actions.ts';
import { coverOf } from '../card/cover-views.ts';
import { demandDays } from '../card/demand-rules.ts';
import { withdrawOutside } from '../outside/actions.ts';
import { outsideSentence, sourceWords } from '../outside/words.ts';
import { adjustForm } from './forms.ts';
import { type AdjustCause, type Adjustment, type AdjustmentFacts, adjustCauses, isOutside } from './rules.ts';

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
  const outside = isOutside(facts) ? sourceWords(facts.kind ?? '') : null;
  const numbers = (n: number, change = quantity) => numbersWords(n, n + change, telling, outside);
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
      ...(telling === 'stays' ? [] : [['Cover afterwards', coverAfter(facts, quantity)] as const]),
      ['Value', value],
      ...(outside === null || telling === 'stays'
        ? []
        : [['Not booked here', `a task to enter ${signed(quantity)} in ${outside}`] as const]),
    ],
  };
}

/**
 * What would become of a number, or has become of it, or what it is where nothing follows. `outside`: the system in
 * which it becomes so.
 */
function numbersWords(before: number, after: number, telling: Telling, outside: string | null): string {
  if (outside !== null && telling !== 'stays')
    return `${number(before)}, ${number(after)} once it is entered in ${outside}`;
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

function coverAfter(
  { availableInAll, recentUnits, demandOver = demandDays }: AdjustmentFacts,
  quantity: number,
): string {
  return coverOf(availableInAll + quantity, { recentUnits, demandOver });
}

export interface DraftPlace {
  readonly id: string;
  readonly name: string;
  readonly available: number;
  /** Whether the SKU has stock numbers there. */
  readonly isThere?: boolean;
  /** What it is, where an outside system keeps its numbers; null: they are kept here. */
  readonly outside: string | null;
}

export interface AdjustDraft {
  readonly code: string;
  readonly title: string;
  readonly locations: readonly DraftPlace[];
  readonly locationId: string | null;
  readonly quantity: number | null;
  readonly cause: AdjustCause | null;
  readonly note: string;
}

export function adjustFormView(draft: AdjustDraft): FormView {
  return formView(adjustForm, {
    title: 'Adjust stock',
    submit: 'Adjust',
    above: [section(mrkdwn`*${draft.code}* ${draft.title}`), ...outsideNotice(draft)],
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
        ...(draft.quantity !== null && { initial: typed(draft.quantity) }),
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

/** Before anything is sent: what a change of these locations comes to. */
function outsideNotice({ locations, locationId, quantity }: AdjustDraft) {
  const chosen = locations.find(({ id }) => id === locationId);
  if (chosen?.outside)
    return [section(mrkdwn`${outsideSentence(shorten(chosen.name, 60), chosen.outside, quantity)}`)];
  const outside = locations.filter((one) => one.outside !== null && one.isThere !== false);
  if (outside.length === 0) return [];
  const named = outside.slice(0, 3).map(({ name }) => shorten(name, 60));
  const rest = outside.length - named.length;
  const names = listOf([...named, ...(rest > 0 ? [`${number(rest)} more`] : [])]);
  return [
    section(
      mrkdwn`${names}: an outside system keeps the numbers there, so nothing is booked here. A change becomes a task to enter it there.`,
    ),
  ];
}

/** The same where no form can be opened. */
export function outsideInWords(sku: string, { name, outside }: DraftPlace, quantity: number): Message {
  const text = mrkdwn`${outsideSentence(shorten(name, 60), outside ?? '', quantity)}`;
  return message(text, [section(text), actions(button(adjustSku, { sku }, 'Open the form'))]);
}

export function locationChoices(locations: AdjustDraft['locations']): readonly Choice[] {
  return locations.map(({ id, name, available, outside }) => ({
    value: id,
    label: `${shorten(name, 45)}: ${number(available)} available${outside === null ? '' : ', outside'}`,
  }));
}

/** The answer where no form can be opened. */
export function adjustInWords(code: string): Message {
  const how = mrkdwn`In one line: \`/stock adjust ${code} -3 damaged HAM fell off the shelf\`.`;
  return message(how, [section(how)]);
}

/** As a person types it. */
function typed(quantity: number): string {
  return quantity > 0 ? `+${quantity}` : String(quantity);
}

/** The outcome: done within the policy, or waiting for approval. */
export function adjusted({ id, number, state, said, request, facts, task }: Outcome): Message {
  const press =
    state !== 'done'
      ? [button(showApproval, { id }, `Show approval ${number}`)]
      : task === null
        ? [button(undoAction, { id, on: 'own' }, 'Undo')]
        : [button(showBeside, { id: task }, 'Show the task'), button(withdrawOutside, { id }, 'Withdraw')];
  // What waits is named, with its place: what is done says it itself.
  const named =
    state === 'done'
      ? []
      : [context(mrkdwn`You asked to ${tellAdjustment(request, facts, 'would be').what}.`)];
  return message(mrkdwn`${said}`, [section(mrkdwn`${said}`), ...named, actions(...press)]);
}

interface Outcome {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly said: string;
  readonly request: Adjustment;
  readonly facts: AdjustmentFacts;
  /** The issue that asks somebody to enter it outside; null: it was booked. */
  readonly task: string | null;
}
