import { defineFeature } from '../../core/declare/feature.ts';
import { announcements } from './announcing/announce.ts';
import { announcementClicks, announcementDrawings } from './announcing/slack.ts';
import { freeFormApproval } from './asking/free-form.ts';
import { requestApproval } from './asking/request-approval.ts';
import { requestFreeForm } from './asking/request-free-form.ts';
import { forms, shortcuts } from './card/form-slack.ts';
import { getApproval, getEvent, openApproval } from './card/get.ts';
import { openToAnswer, openToAsk, openToDecide, openToOverride } from './card/open-form.ts';
import { setup } from './checks.ts';
import { approvalFactTable, approvalKpis } from './counting/kpis.ts';
import { delegate, endDelegation } from './delegation/delegate.ts';
import { getDelegation, listDelegations } from './delegation/list.ts';
import { delegationFormSamples, delegationSamples } from './delegation/samples.ts';
import {
  delegationClicks,
  delegationDrawings,
  delegationForms,
  delegationVerbs,
} from './delegation/slack.ts';
import { giveUp, retryApproval } from './execution/retry.ts';
import { runApproved, runHandler, runJobHandler } from './execution/run.ts';
import { endUndo, undoApproval } from './execution/undo.ts';
import { formSamples } from './form-samples.ts';
import { digest } from './inbox/digest.ts';
import { finder } from './inbox/find.ts';
import { home } from './inbox/home.ts';
import { exportPage, listPage, listPendingOf, waitingFor, wholeList } from './inbox/list.ts';
import { mentioner } from './inbox/mentioning.ts';
import { pendingClicks } from './inbox/pending-slack.ts';
import { findApprovals } from './inbox/search.ts';
import { noteFailure, noteStalled } from './outcome/failure.ts';
import { partSamples } from './part-samples.ts';
import {
  askForApprovals,
  breakGlass,
  changePolicy,
  decideApprovals,
  keepApprovals,
  seeApprovals,
} from './permissions.ts';
import { moveRule, removeRule, saveRest, saveRule } from './policy/change.ts';
import { getPolicy, listPolicies, openPolicy } from './policy/get.ts';
import { policyClicks, policyForms, policySuggestions, policyVerbs } from './policy/slack.ts';
import { policyFormSamples, policySamples } from './policy-samples.ts';
import { approvalFacts } from './request/facts-model.ts';
import { followChannel } from './request/follow-channel.ts';
import { stateTable } from './request/model.ts';
import { moveMerged } from './request/move-requests.ts';
import { samples } from './samples.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { expireApproval } from './timekeeping/expire.ts';
import { remindApprovers } from './timekeeping/remind.ts';
import { renewApproval } from './timekeeping/renew.ts';
import { override } from './voting/override.ts';
import { answerQuestion, askQuestion } from './voting/question.ts';
import { vote } from './voting/vote.ts';
import { withdraw } from './voting/withdraw.ts';

/** Requests that need a yes: made, decided once, and run once. */
export const approvals = defineFeature({
  name: 'approvals',
  title: 'Approvals',
  permissions: [seeApprovals, askForApprovals, decideApprovals, breakGlass, changePolicy, keepApprovals],
  operations: [
    getApproval,
    openApproval,
    openToDecide,
    openToAsk,
    openToAnswer,
    openToOverride,
    getEvent,
    listPage,
    waitingFor,
    exportPage,
    findApprovals,
    listPendingOf,
    requestApproval,
    requestFreeForm,
    vote,
    override,
    askQuestion,
    answerQuestion,
    withdraw,
    retryApproval,
    giveUp,
    undoApproval,
    runApproved,
    noteFailure,
    getPolicy,
    openPolicy,
    listPolicies,
    saveRule,
    moveRule,
    removeRule,
    saveRest,
    delegate,
    endDelegation,
    listDelegations,
    getDelegation,
  ],
  commands: [
    {
      name: 'approval',
      summary: 'What waits for a yes, and who gives it',
      usageHint: 'mine | new | 12 | policy | delegate',
    },
  ],
  verbs: [...verbs, ...policyVerbs, ...delegationVerbs],
  clicks: [...clicks, ...pendingClicks, ...policyClicks, ...announcementClicks, ...delegationClicks],
  forms: [...forms, ...policyForms, ...delegationForms],
  shortcuts,
  drawings: [...drawings, ...delegationDrawings, ...announcementDrawings],
  finders: [finder],
  home,
  digest,
  mentions: [mentioner],
  follows: [moveMerged, followChannel, ...announcements],
  approvals: [freeFormApproval],
  due: [remindApprovers, expireApproval, noteStalled, endUndo, renewApproval],
  jobs: [runJobHandler],
  work: [runHandler],
  lists: [wholeList],
  facts: [approvalFacts],
  factTables: [approvalFactTable],
  kpis: approvalKpis,
  states: [stateTable],
  setup,
  samples: { ...samples, ...partSamples, ...policySamples, ...delegationSamples },
  formSamples: { ...formSamples, ...policyFormSamples, ...delegationFormSamples },
  suggestions: policySuggestions,
});
