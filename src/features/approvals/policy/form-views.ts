import { minorDigits } from '../../../core/text/money.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { roles } from '../../../core/tokens/permission.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { context, divider, section } from '../../../ui/blocks.ts';
import { choiceInput, formView, peopleInput, textInput, tickInput } from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { noMatter } from './draft.ts';
import type { Rule, Stage } from './model.ts';
import type { PolicySeen } from './seen.ts';
import { mostNamed } from './validation.ts';

/** The roles that can decide. */
const deciding = roles.slice(roles.indexOf('operator'));

export function ruleFormView(seen: PolicySeen, at: number | null): FormView {
  const rule = at === null ? null : (seen.policy.rules[at] ?? null);
  return formView(rule ? 'Change a rule' : 'Add a rule', 'Save', [
    textInput({
      field: 'name',
      label: 'Name',
      hint: 'What people call it.',
      initial: rule?.name ?? '',
      max: 75,
    }),
    ...(at === null ? [placeInput(seen)] : []),
    ...conditionInputs(seen, rule),
    divider(),
    choiceInput({
      field: 'who',
      label: 'Who says yes?',
      hint: 'If nobody has to, what is said about the stages does not count.',
      choices: [
        { value: 'people', label: 'People, in the stages below' },
        { value: 'nobody', label: 'Nobody: it is approved at once' },
      ],
      initial: rule?.stages.length === 0 ? 'nobody' : 'people',
    }),
    ...stageInputs(1, rule ? rule.stages[0] : firstStage, seen),
    ...stageInputs(2, rule?.stages[1], seen),
    ...laterStages(rule),
    tickInput({
      field: 'breakGlass',
      label: 'Emergency',
      optional: true,
      choices: [{ value: 'yes', label: 'A manager may decide alone, with a reason that all read' }],
      initial: rule?.breakGlass ? ['yes'] : [],
    }),
  ]);
}

export function restFormView(seen: PolicySeen): FormView {
  return formView('Who decides the rest', 'Save', [
    section(mrkdwn`What no rule matches needs a yes from:`),
    ...stageInputs(1, seen.policy.otherwise, seen),
  ]);
}

const firstStage: Stage = { needs: 1, of: { role: 'lead', department: null, people: [] } };

/** In front of which rule a new one stands: the first that matches decides. */
function placeInput({ policy: { rules } }: PolicySeen) {
  const places = rules.map(({ name }, index) => ({
    value: String(index),
    label: `Before ${index + 1}. ${name}`,
  }));
  const last = { value: String(rules.length), label: 'Last' };
  return choiceInput({
    field: 'place',
    label: 'Place',
    hint: 'The first rule that matches decides.',
    choices: [...places, last],
    initial: rules.length > 0 ? '0' : last.value,
  });
}

function conditionInputs({ kinds, locations, currency }: PolicySeen, rule: Rule | null) {
  const when = rule?.when;
  const amount = (minor: string | null | undefined) => (minor ? inMajor(minor, currency) : '');
  const units = (n: number | null | undefined) => (n ? String(n) : '');
  return [
    choiceInput({
      field: 'kind',
      label: 'What is asked for',
      choices: [any('Anything'), ...kinds.map(({ id, title }) => ({ value: id, label: title }))],
      initial: when?.kind ?? noMatter,
    }),
    boundInput('quantityAtMost', 'At most so many units', units(when?.quantityAtMost)),
    boundInput('amountAtMost', `At most so much, in ${currency}`, amount(when?.amountAtMost)),
    boundInput(
      'dayQuantityAtMost',
      'At most so many units in 24 hours',
      units(when?.dayQuantityAtMost),
      daily,
    ),
    boundInput(
      'dayAmountAtMost',
      `At most so much in 24 hours, in ${currency}`,
      amount(when?.dayAmountAtMost),
      daily,
    ),
    choiceInput({
      field: 'location',
      label: 'Location',
      choices: [
        any('Any location'),
        ...locations.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      ],
      initial: when?.location ?? noMatter,
    }),
    textInput({
      field: 'supplier',
      label: 'Supplier',
      optional: true,
      initial: when?.supplier ?? '',
      max: 200,
    }),
    choiceInput({
      field: 'requesterAtLeast',
      label: 'Asked by',
      choices: [
        any('Anybody who may ask'),
        ...deciding.map((role) => ({ value: role, label: orAbove(role) })),
      ],
      initial: when?.requesterAtLeast ?? noMatter,
    }),
  ];
}

const daily =
  'Of one person for one item, this request and those before it: so that splitting does not help.';

function boundInput(field: string, label: string, initial: string, hint?: string) {
  return textInput({ field, label, initial, optional: true, max: 40, ...(hint && { hint }) });
}

function stageInputs(n: number, stage: Stage | undefined, { people }: PolicySeen) {
  const which = n === 1 ? 'Stage 1' : `Stage ${n}, after it`;
  const named = people.filter(({ id }) => stage?.of.people.includes(id));
  return [
    textInput({
      field: `needs${n}`,
      label: `${which}: how many have to say yes`,
      hint: 'Left empty, one.',
      optional: true,
      initial: stage ? String(stage.needs) : '',
      max: 20,
    }),
    choiceInput({
      field: `role${n}`,
      label: `${which}: with the role`,
      choices: [any('No role'), ...deciding.map((role) => ({ value: role, label: orAbove(role) }))],
      initial: stage?.of.role ?? noMatter,
    }),
    choiceInput({
      field: `department${n}`,
      label: `${which}: in the department`,
      choices: [any('Any department'), ...departments.map((one) => ({ value: one, label: capital(one) }))],
      initial: stage?.of.department ?? noMatter,
    }),
    peopleInput({
      field: `people${n}`,
      label: `${which}: or these people`,
      optional: true,
      initial: named.map(({ slackUserId }) => slackUserId),
      max: mostNamed,
    }),
  ];
}

function laterStages(rule: Rule | null) {
  const more = (rule?.stages.length ?? 0) - 2;
  return more > 0 ? [context(mrkdwn`It has ${more} more: they stay as they are.`)] : [];
}

function any(label: string) {
  return { value: noMatter, label };
}

function orAbove(role: string): string {
  return role === 'admin' ? 'Admin' : `${capital(role)} or above`;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** "50.00", as it is typed. */
function inMajor(minor: string, currency: string): string {
  const digits = minorDigits(currency);
  const text = minor.padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
