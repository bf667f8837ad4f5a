import { nameOf } from '../../../cases/words-views.ts';
import { count, listOf } from '../../../core/text/sentence.ts';
import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { IssueKind } from '../../../core/tokens/issue-kind.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { context, message, section } from '../../../ui/blocks.ts';
import { formView } from '../../../ui/form.ts';
import { choiceInput, choicesOf, momentInput, personInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { kindAbout } from '../issue/kinds.ts';
import {
  type Issue,
  type Link,
  maxText,
  maxTitle,
  resolutions,
  type Severity,
  severities,
} from '../issue/model.ts';
import type { Span } from '../issue/promise-rules.ts';
import { headline } from '../issue/words-views.ts';
import { type IssueStep, openSteps } from '../playbooks/model.ts';
import { assignForm, changeForm, doneForm, handOverForm, noteForm, raiseForm, reopenForm } from './forms.ts';

const spanWords: Readonly<Record<Span, string>> = {
  '15m': '15 minutes',
  '1h': '1 hour',
  '4h': '4 hours',
  tomorrow: 'Tomorrow 09:00',
  workday: 'Next working day 09:00',
};
const promises: readonly Span[] = ['15m', '1h', '4h', 'tomorrow', 'workday'];
const snoozes: readonly Span[] = ['1h', '4h', 'tomorrow'];

export interface Draft {
  readonly title: string;
  readonly details: string;
  readonly severity: Severity | null;
  /** Null: the link decides. */
  readonly kind: string | null;
  /** Null: the kind decides. */
  readonly department: Department | null;
  readonly link: Link | null;
  /** The kinds on offer. */
  readonly kinds: readonly IssueKind[];
}

export function raiseFormView(draft: Draft): FormView {
  const { title, details, severity, department, link, kinds } = draft;
  return formView(raiseForm, {
    title: 'Raise an issue',
    submit: 'Raise',
    above: link ? [context(aboutLink(link))] : [],
    inputs: {
      title: textInput({
        label: 'What is wrong?',
        hint: 'One line, as somebody would read it on a phone.',
        initial: title,
        max: maxTitle,
      }),
      severity: choiceInput({
        label: 'Severity',
        choices: choicesOf(severities),
        initial: severity ?? 'normal',
      }),
      kind: choiceInput({
        label: 'Kind',
        choices: kinds.map(({ kind, label }) => ({ value: kind, label })),
        initial: draft.kind ?? kindAbout(kinds, link?.what ?? null),
      }),
      department: choiceInput({
        label: 'Department',
        choices: choicesOf(departments),
        ...(department
          ? { initial: department }
          : { hint: 'Left empty, the kind decides: a shipment goes to Shipping, a supplier to Purchasing.' }),
      }),
      details: textInput({ label: 'Details', initial: details, multiline: true, max: maxText }),
      dueAt: momentInput({ label: 'Due', hint: 'Only if there is a deadline.' }),
    },
  });
}

/** The answer where Slack opens no form, such as to a mention: what is missing, and how to say it in words. */
export function raiseInWords({
  title,
  severity,
  department,
}: Pick<Draft, 'title' | 'severity' | 'department'>): Message {
  const missing = [
    ...(severity ? [] : ['a severity']),
    ...(department ? [] : ['a department']),
    ...(title ? [] : ['a title']),
  ];
  const words = [severity ?? 'high', department ?? 'shipping', title || '3PL feed dead'].join(' ');
  const lacks = missing.length > 0 ? `Missing: ${listOf(missing)}. ` : '';
  const how = mrkdwn`${lacks}\`/issue new ${words}\` raises it at once; in a mention, \`@Quartermaster issue new ${words}\`.`;
  return message(how, [section(how)]);
}

export function assignFormView(issue: Issue): FormView {
  return formView(assignForm, {
    title: 'Assign',
    submit: 'Ask them',
    above: [about(issue)],
    inputs: {
      person: personInput({ label: 'Who should take it?', hint: 'They get a direct message.' }),
    },
  });
}

export function handOverFormView(issue: Issue): FormView {
  return formView(handOverForm, {
    title: 'Hand over',
    submit: 'Ask them',
    above: [about(issue)],
    inputs: {
      person: personInput({
        label: 'Who should take it?',
        hint: `They get a direct message. Until they accept, ${nameOf(issue.owner)} stays on it.`,
      }),
    },
  });
}

/** One form for what changes rarely. `directs`: its reader may change the severity. */
export function changeFormView(issue: Issue, directs: boolean): FormView {
  return formView(changeForm, {
    title: 'Change',
    submit: 'Change',
    above: [about(issue)],
    inputs: {
      promise:
        issue.state === 'on it'
          ? choiceInput({
              label: 'New time',
              choices: choicesOfSpans(promises),
              hint: 'Until when it will be done, or when you will report.',
            })
          : null,
      snooze: choiceInput({
        label: 'Snooze for',
        choices: choicesOfSpans(snoozes),
        hint: 'It waits until then and comes back by itself.',
      }),
      severity: directs
        ? choiceInput({ label: 'Severity', choices: choicesOf(severities), initial: issue.severity })
        : null,
    },
  });
}

/** Names the steps that stay open, before somebody ends the issue. */
export function doneFormView(issue: Issue, steps: readonly IssueStep[]): FormView {
  const open = openSteps(steps).length;
  const left = `Done, with ${open} of ${count(steps.length, 'step')} open. They stay open.`;
  return formView(doneForm, {
    title: 'Done',
    submit: 'Done',
    above: [about(issue), ...(open > 0 ? [section(mrkdwn`${left}`)] : [])],
    inputs: {
      code: choiceInput({ label: 'How did it end?', choices: choicesOf(resolutions), initial: 'fixed' }),
      note: textInput({ label: 'Note', multiline: true, max: maxText }),
    },
  });
}

export function noteFormView(issue: Issue): FormView {
  return formView(noteForm, {
    title: 'Note',
    submit: 'Add',
    above: [about(issue)],
    inputs: { text: textInput({ label: 'What should people know?', multiline: true, max: maxText }) },
  });
}

export function reopenFormView(issue: Issue): FormView {
  return formView(reopenForm, {
    title: 'Reopen',
    submit: 'Reopen',
    above: [about(issue)],
    inputs: { why: textInput({ label: 'Why reopen it?', multiline: true, max: maxText }) },
  });
}

/** The same for a form about one issue. */
export function pressInstead({ number }: Issue): Message {
  const how = mrkdwn`Slack cannot open a form here: \`/issue ${number}\` has the same button.`;
  return message(how, [section(how)]);
}

function choicesOfSpans(spans: readonly Span[]) {
  return spans.map((value) => ({ value, label: spanWords[value] }));
}

function about(issue: Issue) {
  return section(mrkdwn`${headline(issue)}`);
}

function aboutLink({ what, label }: Link) {
  return what === 'message'
    ? mrkdwn`Its card will link to the message you picked.`
    : mrkdwn`About ${shorten(label, 100)}`;
}
