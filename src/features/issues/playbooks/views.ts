import { nameOf } from '../../../cases/words-views.ts';
import { count } from '../../../core/text/sentence.ts';
import type { Reader } from '../../../core/time/reader.ts';
import { momentFor } from '../../../core/time/reader.ts';
import type { Message } from '../../../core/tokens/reply.ts';
import { context, message, section } from '../../../ui/blocks.ts';
import { shorten } from '../../../ui/limits.ts';
import { joined, type Mrkdwn, mrkdwn } from '../../../ui/text.ts';
import type { IssueEvent } from '../issue/event-model.ts';
import type { Issue } from '../issue/model.ts';
import { capital } from '../issue/words-views.ts';
import { type IssueStep, progressOf, type StepOwner } from './model.ts';
import { playbookOf } from './ready-made.ts';

/** "Carrier strike"; "Steps" for a list without a playbook. */
function titleOf(steps: readonly Pick<IssueStep, 'playbook'>[]): string {
  const keys = [...new Set(steps.map(({ playbook }) => playbook))];
  const titles = keys.flatMap((key) => playbookOf(key)?.title ?? []);
  return titles.length > 0 ? titles.join(', ') : 'Steps';
}

function stepOwnerWords(owner: StepOwner): string {
  if (owner === 'owner') return 'the owner of the issue';
  return owner.startsWith('role ') ? `a ${owner.slice('role '.length)}` : capital(owner);
}

/** "2 of 6 steps done, 1 skipped". */
function progressWords(steps: readonly IssueStep[]): string {
  const { done, skipped, total } = progressOf(steps);
  return `${done} of ${count(total, 'step')} done${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** "Playbook: Carrier strike, 2 of 7 steps done."; null without steps. */
export function progressLine(steps: readonly IssueStep[]): Mrkdwn | null {
  if (steps.length === 0) return null;
  const title = titleOf(steps);
  return mrkdwn`*${title === 'Steps' ? title : `Playbook: ${title}`}*, ${progressWords(steps)}.`;
}

/** "*step 2 of 7:* call the depot by 09:15 CET (Shipping)"; how many were done when none is left, null without steps. */
export function nextStep(
  steps: readonly IssueStep[],
  issue: Pick<Issue, 'resolvedAt'>,
  read: Reader,
): Mrkdwn | null {
  if (steps.length === 0) return null;
  const { next, total } = progressOf(steps);
  if (!next || issue.resolvedAt) return mrkdwn`${progressWords(steps)}`;
  const by = mrkdwn`by ${dueWords(next, read)} (${stepOwnerWords(next.owner)})`;
  return mrkdwn`*step ${next.ordinal} of ${total}:* ${shorten(next.what, 120)} ${by}`;
}

/** Every step, and the help for the next one. */
export function stepList(
  steps: readonly IssueStep[],
  issue: Pick<Issue, 'resolvedAt'>,
  read: Reader,
): readonly Mrkdwn[] {
  const next = issue.resolvedAt ? null : progressOf(steps).next;
  const help = next?.details ? [mrkdwn`_Step ${next.ordinal}:_ ${shorten(next.details, 400)}`] : [];
  return [...steps.map((step) => stepWords(step, issue, read)), ...help];
}

function stepWords(step: IssueStep, issue: Pick<Issue, 'resolvedAt'>, read: Reader): Mrkdwn {
  const { ordinal, what, owner, state, settledAt, settledBy, reason } = step;
  const words = shorten(what, 90);
  if (state === 'open' && issue.resolvedAt) return mrkdwn`${ordinal}. ${words}: left open`;
  if (state === 'open')
    return mrkdwn`${ordinal}. ${words}: by ${dueWords(step, read)} (${stepOwnerWords(owner)})`;
  const who = settledBy ? nameOf(settledBy) : 'Quartermaster';
  const when = settledAt ? ` ${momentFor(settledAt, read)}` : '';
  const why = reason ? `, ${shorten(reason, 60)}` : '';
  return mrkdwn`${ordinal}. ${words}: ${state} by ${who}${when}${why}`;
}

function dueWords({ dueAt }: IssueStep, read: Reader): string {
  return `${momentFor(dueAt, read)}${dueAt <= read.now ? ', late' : ''}`;
}

/** The line in the thread when a playbook starts: all steps, whom to call and what to write. */
export function playbookStarted(
  event: IssueEvent,
  issue: Issue,
  all: readonly IssueStep[],
  read: Reader,
): Message {
  const steps = all.filter(({ playbook }) => playbook === event.after.playbook);
  const who = event.by ? nameOf(event.by) : 'Quartermaster';
  const finding = mrkdwn`${who} started the playbook ${titleOf(steps)}: ${count(steps.length, 'step')}`;
  const lines = steps.map(
    ({ ordinal, what, owner, dueAt }) =>
      mrkdwn`${ordinal}. ${what}: by ${momentFor(dueAt, read)} (${stepOwnerWords(owner)})`,
  );
  const help = steps.flatMap(({ ordinal, details }) =>
    details ? [mrkdwn`Step ${ordinal}: ${details}`] : [],
  );
  return message(mrkdwn`${finding}. ${joined(lines, '; ')}`, [
    section(mrkdwn`*${finding}*`),
    ...(lines.length > 0 ? [section(joined(lines, '\n'))] : []),
    ...(help.length > 0 ? [section(joined(help, '\n\n'))] : []),
    context(mrkdwn`Issue ${issue.number}, ${shorten(issue.title, 60)}. Three dots on its card tick a step.`),
  ]);
}
