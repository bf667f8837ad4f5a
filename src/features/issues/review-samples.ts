import { message } from '../../ui/blocks.ts';
import { mentionBlocks, mentionText } from '../../ui/mentions.ts';
import { mrkdwn } from '../../ui/text.ts';
import { bad, done, event, fresh, hostile, id, maya, noisy, now, read, step, taken } from './base-samples.ts';
import type { CardExtras } from './card/extras-model.ts';
import { issueMessage, ownCard } from './card/views.ts';
import { linkedIssueList, mentionOf } from './links/views.ts';
import type { IssueStep } from './playbooks/model.ts';
import { playbookOf, playbooks } from './playbooks/ready-made.ts';
import { playbookStarted } from './playbooks/views.ts';
import type { Review, ReviewDocument } from './review/rules.ts';
import { reviewExported, reviewMessage } from './review/views.ts';
import { timelineMessage } from './timeline/views.ts';

const touched = { ...taken, total: 1 };
const mentioning = (issues: Parameters<typeof mentionOf>[1]) => {
  const mentions = [mentionOf({ what: 'sku', ref: id }, issues)].flatMap((one) => one ?? []);
  return message(mrkdwn`MUG-01.${mentionText(mentions)}`, mentionBlocks(mentions));
};

const stepsOf = (playbook: string, more: Partial<IssueStep> = {}): readonly IssueStep[] =>
  (playbookOf(playbook)?.steps ?? []).map(({ what, owner, details }, i) => ({
    id,
    playbook,
    ordinal: i + 1,
    what,
    details: details ?? null,
    owner,
    dueAt: now,
    remindedAt: null,
    state: 'open',
    settledAt: null,
    settledBy: null,
    reason: null,
    ...more,
  }));
const strike = stepsOf('carrier-strike').map(
  (one, i): IssueStep => (i > 1 ? one : { ...one, state: 'done', settledAt: now, settledBy: maya }),
);
const skippedAll = stepsOf('recall', { state: 'skipped', settledAt: now, settledBy: maya, reason: hostile });
const twenty = Array.from({ length: 20 }, (_, i): IssueStep => {
  return {
    ...(stepsOf('recall')[0] as IssueStep),
    playbook: '',
    ordinal: i + 1,
    what: hostile.slice(0, 200),
  };
});
const withSteps = (steps: readonly IssueStep[]): CardExtras => ({
  steps,
  standing: new Map([[id, hostile]]),
  kindLabel: 'System',
  reopening: null,
  mayHaveRoom: true,
});
const begun = (playbook: string) =>
  playbookStarted(
    { ...event, what: 'playbook started', after: { playbook } },
    taken,
    stepsOf(playbook),
    read,
  );
const written: Review = {
  version: 1,
  cause: 'system or data',
  happened: 'The 3PL changed a password and told nobody.',
  wentWell: null,
  toChange: 'Ask for the change calendar.',
  ordersAffected: 42,
  valueMinor: 1_234_500n,
  currency: 'EUR',
  writtenBy: maya,
  writtenAt: now,
};
const looked: ReviewDocument = { issue: done, review: written, events: [event], followUps: [taken] };

/** Links, playbooks, timelines and reviews. */
export const afterSamples = {
  'its playbook is under way': () => issueMessage(taken, read, withSteps(strike)),
  'its playbook for one person': () => ownCard(taken, [event], read, withSteps(strike)),
  'every step was skipped': () => ownCard(taken, [event], read, withSteps(skippedAll)),
  'twenty hostile steps and ten long notes': () =>
    ownCard({ ...bad, details: hostile }, noisy.slice(0, 10), read, withSteps(twenty)),
  'done, with steps left': () => ownCard(done, [event], read, withSteps(strike)),
  ...Object.fromEntries(playbooks.map(({ key, title }) => [`begun: ${title}`, () => begun(key)])),
  'event: playbook started': () => step('playbook started', { after: { playbook: 'recall' } }),
  'event: step added': () =>
    step('step added', { after: { step: 7, name: hostile, dueAt: now.toISOString() } }),
  'event: step done': () => step('step done', { after: { step: 2, name: 'Call them' } }),
  'event: step skipped': () => step('step skipped', { after: { step: 2, name: 'Call them' }, note: hostile }),
  'event: step late': () =>
    step('step late', { by: null, after: { step: 2, name: 'Call them', dueAt: now.toISOString() } }),
  'event: follow-up': () => step('follow-up', { after: { number: 18, name: hostile } }),
  'event: somebody takes a follow-up themselves': () => step('assigned', { about: maya }),
  'event: review written': () => step('reviewed', { before: { version: 0 } }),
  'event: review changed': () => step('reviewed', { before: { version: 1 } }),
  'event: review missed': () => step('review missed', { by: null, after: { severity: 'high' } }),
  timeline: () => timelineMessage({ issue: taken, events: [event], earlier: null }, read),
  'a hostile timeline': () => timelineMessage({ issue: bad, events: noisy, earlier: id }, read),
  'a timeline of what is over': () => timelineMessage({ issue: done, events: [event], earlier: null }, read),
  review: () => reviewMessage(looked, written, read),
  'a hostile review': () =>
    reviewMessage(
      {
        ...looked,
        issue: { ...bad, state: 'done' },
        events: noisy,
        followUps: Array.from({ length: 12 }, () => bad),
      },
      {
        ...written,
        happened: hostile,
        wentWell: hostile,
        toChange: hostile,
        ordersAffected: null,
        valueMinor: null,
      },
      read,
    ),
  'review without follow-ups': () =>
    reviewMessage({ ...looked, followUps: [] }, { ...written, writtenBy: null }, read),
  'review as a file': () => reviewExported(17),
  'on the card of something that one issue touches': () => mentioning([touched]),
  'on the card of something that many touch': () =>
    mentioning(Array.from({ length: 3 }, () => ({ ...touched, title: hostile, owner: null, total: 7 }))),
  'what touches it': () => linkedIssueList('MUG-01 Stoneware mug', [fresh, taken], read),
  'too many touch it': () =>
    linkedIssueList(
      hostile,
      Array.from({ length: 21 }, () => bad),
      read,
    ),
  'nothing touches it any more': () => linkedIssueList('MUG-01 Stoneware mug', [], read),
};
