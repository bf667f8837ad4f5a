import { type Department, departments } from '../../../core/tokens/departments.ts';
import type { FormView, Message } from '../../../core/tokens/reply.ts';
import { context, message, section } from '../../../ui/blocks.ts';
import { choiceInput, formView, momentInput, personInput, textInput } from '../../../ui/inputs.ts';
import { shorten } from '../../../ui/limits.ts';
import { mrkdwn } from '../../../ui/text.ts';
import { type Issue, kinds, type Link, maxText, maxTitle, resolutions, severities } from '../issue/model.ts';
import { capital, headline } from '../issue/words-views.ts';

export interface Draft {
  readonly title: string;
  readonly details: string;
  /** Of the one who raises it; null: it goes by the kind. */
  readonly department: Department | null;
  readonly link: Link | null;
}

export function raiseFormView({ title, details, department, link }: Draft): FormView {
  return formView('Raise an issue', 'Raise', [
    ...(link ? [context(aboutLink(link))] : []),
    textInput({
      field: 'title',
      label: 'What is wrong?',
      hint: 'One line, as somebody would read it on a phone.',
      initial: title,
      max: maxTitle,
    }),
    choiceInput({ field: 'severity', label: 'Severity', choices: choices(severities), initial: 'normal' }),
    choiceInput({ field: 'kind', label: 'Kind', choices: choices(kinds), initial: kindOf(link) }),
    choiceInput({
      field: 'department',
      label: 'Department',
      choices: choices(departments),
      optional: true,
      ...(department
        ? { initial: department }
        : { hint: 'Left empty it goes by the kind: a shipment to Shipping, a supplier to Purchasing.' }),
    }),
    textInput({
      field: 'details',
      label: 'Details',
      initial: details,
      multiline: true,
      optional: true,
      max: maxText,
    }),
    momentInput({
      field: 'dueAt',
      label: 'Due',
      hint: 'When it has to be over, if it has to.',
      optional: true,
    }),
  ]);
}

/** Where no form can be opened. */
export function raiseInWords(): Message {
  return inWords('/issue new high shipping 3PL feed dead');
}

export function assignFormView(issue: Issue): FormView {
  return formView('Assign', 'Ask them', [
    about(issue),
    personInput({ field: 'person', label: 'Who should take it?', hint: 'They are asked by direct message.' }),
  ]);
}

export function doneFormView(issue: Issue): FormView {
  return formView('Done', 'Done', [
    about(issue),
    choiceInput({ field: 'code', label: 'How did it end?', choices: choices(resolutions), initial: 'fixed' }),
    textInput({ field: 'note', label: 'Note', multiline: true, optional: true, max: maxText }),
  ]);
}

export function noteFormView(issue: Issue): FormView {
  return formView('Note', 'Add', [
    about(issue),
    textInput({ field: 'text', label: 'What is to be known?', multiline: true, max: maxText }),
  ]);
}

export function reopenFormView(issue: Issue): FormView {
  return formView('Reopen', 'Reopen', [
    about(issue),
    textInput({ field: 'why', label: 'Why is it not over?', multiline: true, max: maxText }),
  ]);
}

/** Where no form can be opened for an issue. */
export function pressInstead({ number }: Issue): Message {
  const how = mrkdwn`Slack opens no form here: \`/issue ${number}\` has the same button.`;
  return message(how, [section(how)]);
}

function about(issue: Issue) {
  return section(mrkdwn`${headline(issue)}`);
}

function aboutLink({ what, label }: Link) {
  return what === 'message'
    ? mrkdwn`Its card will link to the message you picked.`
    : mrkdwn`About ${shorten(label, 100)}`;
}

function kindOf(link: Link | null): string {
  if (link?.what === 'sku') return 'stock';
  return link?.what === 'order' ? 'order' : 'other';
}

function choices(words: readonly string[]) {
  return words.map((word) => ({ value: word, label: capital(word) }));
}

function inWords(command: string): Message {
  const how = mrkdwn`\`${command}\` raises an issue.`;
  return message(how, [section(how)]);
}
