import { minorDigits } from '../../../core/text/money.ts';
import type { Choice } from '../../../core/tokens/choice.ts';
import { departments } from '../../../core/tokens/departments.ts';
import { type Role, roles } from '../../../core/tokens/permission.ts';
import type { FormView } from '../../../core/tokens/reply.ts';
import { context, divider, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import {
  below,
  choiceInput,
  choicesOf,
  peopleInput,
  pickInput,
  textInput,
  tickInput,
} from '../../../ui/inputs.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { anyChoice, type RuleDraft } from './draft.ts';
import { newRuleForm, restForm, ruleForm } from './forms.ts';
import type { Rule, Stage } from './model.ts';
import type { PolicyOverview } from './overview-model.ts';
import { leastRole } from './staffing.ts';
import { mostNamed } from './validation.ts';

/** The roles that may request and decide. */
const deciding = roles.slice(roles.indexOf(leastRole));

export function ruleFormView(overview: PolicyOverview, at: number): FormView {
  const rule = overview.policy.rules[at] ?? null;
  return formView(ruleForm, { title: 'Change a rule', submit: 'Save', ...ruleParts(overview, rule) });
}

export function newRuleFormView(overview: PolicyOverview): FormView {
  const { inputs, below } = ruleParts(overview, null);
  const { name, ...rest } = inputs;
  return formView(newRuleForm, {
    title: 'Add a rule',
    submit: 'Save',
    inputs: { name, place: placeInput(overview), ...rest },
    below,
  });
}

function ruleParts(overview: PolicyOverview, rule: Rule | null) {
  const first = stageInputs('Stage 1', rule ? rule.stages[0] : firstStage, overview);
  const second = stageInputs('Stage 2, after it', rule?.stages[1], overview);
  return {
    inputs: {
      name: textInput({ label: 'Name', hint: 'What people call it.', initial: rule?.name ?? '', max: 75 }),
      ...conditionInputs(overview, rule),
      who: below(
        [divider()],
        choiceInput<RuleDraft['who']>({
          label: 'Who says yes?',
          hint: 'If nobody has to, what is said about the stages does not count.',
          choices: [
            { value: 'people', label: 'People, in the stages below' },
            { value: 'nobody', label: 'Nobody: it is approved at once' },
          ],
          initial: rule?.stages.length === 0 ? 'nobody' : 'people',
        }),
      ),
      needs1: first.needs,
      role1: first.role,
      department1: first.department,
      people1: first.people,
      needs2: second.needs,
      role2: second.role,
      department2: second.department,
      people2: second.people,
      breakGlass: tickInput({
        label: 'Emergency',
        choices: [{ value: 'yes', label: 'A manager can override it, with a reason that everybody reads' }],
        initial: rule?.breakGlass ? ['yes'] : [],
      }),
      directly: tickInput({
        label: 'Telling approvers',
        choices: [{ value: 'yes', label: 'Each gets the card directly too, not only the channel' }],
        initial: rule?.directly ? ['yes'] : [],
      }),
    },
    below: laterStages(rule),
  };
}

export function restFormView(overview: PolicyOverview): FormView {
  const { needs, role, department, people } = stageInputs('Stage 1', overview.policy.otherwise, overview);
  return formView(restForm, {
    title: 'Who decides the rest',
    submit: 'Save',
    above: [section(mrkdwn`What no rule matches needs a yes from:`)],
    inputs: { needs1: needs, role1: role, department1: department, people1: people },
  });
}

const firstStage: Stage = { needs: 1, of: { role: 'lead', department: null, people: [] } };

/** Where a new rule stands: the first rule that matches decides. */
function placeInput({ policy: { rules } }: PolicyOverview) {
  const places = rules.map(({ name }, index) => ({
    value: String(index),
    label: `Before ${index + 1}. ${name}`,
  }));
  const last = { value: String(rules.length), label: 'Last' };
  return choiceInput({
    label: 'Place',
    hint: 'The first rule that matches decides.',
    choices: [...places, last],
    initial: rules.length > 0 ? '0' : last.value,
  });
}

function conditionInputs({ kinds, locations, currency }: PolicyOverview, rule: Rule | null) {
  const when = rule?.when;
  const amount = (minor: string | null | undefined) => (minor ? inMajor(minor, currency) : '');
  const units = (n: number | null | undefined) => (n ? String(n) : '');
  return {
    kind: choiceInput<string>({
      label: 'What is asked for',
      choices: [any('Anything'), ...kinds.map(({ id, title }) => ({ value: id, label: title }))],
      initial: when?.kind ?? anyChoice,
    }),
    quantityAtMost: boundInput('Most units', units(when?.quantityAtMost)),
    amountAtMost: boundInput(`Highest amount, in ${currency}`, amount(when?.amountAtMost)),
    dayQuantityAtMost: boundInput('Most units in 24 hours', units(when?.dayQuantityAtMost), daily),
    dayAmountAtMost: boundInput(
      `Highest amount in 24 hours, in ${currency}`,
      amount(when?.dayAmountAtMost),
      daily,
    ),
    location: pickInput<string>({
      label: 'Location',
      choices: locationChoices(locations, when?.location ?? null),
      initial: when?.location ?? anyChoice,
    }),
    supplier: textInput({ label: 'Supplier', initial: when?.supplier ?? '', max: 200 }),
    requesterAtLeast: choiceInput<Role | typeof anyChoice>({
      label: 'Asked by',
      choices: [any('Anybody who may ask'), ...deciding.map(orAbove)],
      initial: when?.requesterAtLeast ?? anyChoice,
    }),
  };
}

/** Those in use, and `own`, which a rule names already: left out, it would be taken for any location. */
export function locationChoices(
  locations: PolicyOverview['locations'],
  own: string | null = null,
): readonly Choice[] {
  return [
    any('Any location'),
    ...locations
      .filter(({ active, code }) => active || code === own)
      .map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  ];
}

const daily =
  'Of one person for one item, this request and those before it: so that splitting does not help.';

function boundInput(label: string, initial: string, hint?: string) {
  return textInput({ label, initial, max: 40, ...(hint && { hint }) });
}

function stageInputs(which: string, stage: Stage | undefined, { people }: PolicyOverview) {
  const named = people.filter(({ id }) => stage?.of.people.includes(id));
  return {
    needs: textInput({
      label: `${which}: how many have to say yes`,
      hint: 'Left empty, one.',
      initial: stage ? String(stage.needs) : '',
      max: 20,
    }),
    role: choiceInput<Role | typeof anyChoice>({
      label: `${which}: with the role`,
      choices: [any('No role'), ...deciding.map(orAbove)],
      initial: stage?.of.role ?? anyChoice,
    }),
    department: choiceInput({
      label: `${which}: in the department`,
      choices: [any('Any department'), ...choicesOf(departments)],
      initial: stage?.of.department ?? anyChoice,
    }),
    people: peopleInput({
      label: `${which}: or these people`,
      initial: named.map(({ slackUserId }) => slackUserId),
      max: mostNamed,
    }),
  };
}

function laterStages(rule: Rule | null) {
  const more = (rule?.stages.length ?? 0) - 2;
  return more > 0 ? [context(mrkdwn`It has ${more} more: they stay as they are.`)] : [];
}

function any(label: string): Choice<typeof anyChoice> {
  return { value: anyChoice, label };
}

function orAbove(value: Role): Choice<Role> {
  const role = value.slice(0, 1).toUpperCase() + value.slice(1);
  return { value, label: value === 'admin' ? role : `${role} or above` };
}

/** "50.00", as it is typed. */
function inMajor(minor: string, currency: string): string {
  const digits = minorDigits(currency);
  const text = minor.padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
