import { defineFeature } from '../../core/declare/feature.ts';
import { finder } from './card/find.ts';
import { forms } from './card/form-slack.ts';
import { shortcuts } from './card/raise-slack.ts';
import { readExtras } from './card/read-extras.ts';
import { issueFactTable, issueKpis } from './counting/kpis.ts';
import { earlierSamples } from './earlier-samples.ts';
import { formSamples } from './form-samples.ts';
import { issueFacts } from './issue/facts-model.ts';
import {
  getEvent,
  getIssue,
  getIssues,
  openIssue,
  openToDirect,
  openToFinish,
  openToNote,
} from './issue/get.ts';
import { baseKinds } from './issue/kinds.ts';
import { stateTable } from './issue/model.ts';
import { moveMerged } from './issue/move-merged.ts';
import { addFollowUp } from './lifecycle/add-follow-up.ts';
import { addNote } from './lifecycle/add-note.ts';
import { archiveAfterWeek, archiveRoomJob } from './lifecycle/archive-room.ts';
import { assignIssue } from './lifecycle/assign.ts';
import { changeIssue } from './lifecycle/change.ts';
import { closeAfterWeek, closeIssue } from './lifecycle/close.ts';
import { declineIssue } from './lifecycle/decline.ts';
import { endSnooze } from './lifecycle/end-snooze.ts';
import { followChannels } from './lifecycle/follow-channels.ts';
import { handOver, openToHandOver } from './lifecycle/hand-over.ts';
import { letGo } from './lifecycle/let-go.ts';
import { noteRoom, openRoom, openRoomJob } from './lifecycle/open-room.ts';
import { raiseIssue } from './lifecycle/raise.ts';
import { raiseAnyway } from './lifecycle/raise-anyway.ts';
import { releaseDeparted } from './lifecycle/release-departed.ts';
import { remindOfDeadline } from './lifecycle/remind-of-deadline.ts';
import { remindOfPromise } from './lifecycle/remind-of-promise.ts';
import { reopenIssue } from './lifecycle/reopen.ts';
import { openToResolve, resolveIssue, resolveMatter } from './lifecycle/resolve.ts';
import { setPromise } from './lifecycle/set-promise.ts';
import { setSeverity } from './lifecycle/set-severity.ts';
import { snoozeIssue } from './lifecycle/snooze.ts';
import { takeIssue } from './lifecycle/take.ts';
import { listLinkedIssues } from './links/find-linked-issues.ts';
import { mentioner } from './links/mentioning.ts';
import { nameLink } from './links/name-link.ts';
import { readLinkStates } from './links/read-link-states.ts';
import { redrawIssue, retellMatter } from './links/redraw.ts';
import { showLink } from './links/show-link.ts';
import { digest } from './list/digest.ts';
import { exportPage, wholeList } from './list/export.ts';
import { home } from './list/home.ts';
import { findIssues, homeDepartment, listPage, news, ownAbout, unattended } from './list/list.ts';
import { nameAssignee } from './list/name-assignee.ts';
import { partSamples } from './part-samples.ts';
import { directIssues, keepIssues, raiseIssues, seeIssues, workOnIssues } from './permissions.ts';
import { addStep } from './playbooks/add-step.ts';
import { skipStep, tickStep } from './playbooks/finish-step.ts';
import { stepTable } from './playbooks/model.ts';
import { openToSkip, openToTick } from './playbooks/open-steps.ts';
import { remindOfSteps } from './playbooks/remind-of-steps.ts';
import { startPlaybook } from './playbooks/start.ts';
import { remindOfReview } from './review/remind-of-review.ts';
import { openReview, openToReview, writeReview } from './review/write.ts';
import { samples } from './samples.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { readTimeline } from './timeline/read.ts';

/** Trouble and tasks: raised anywhere, owned by a person, followed until they are done. */
export const issues = defineFeature({
  name: 'issues',
  title: 'Issues',
  permissions: [seeIssues, raiseIssues, workOnIssues, directIssues, keepIssues],
  operations: [
    getIssue,
    getIssues,
    readExtras,
    readLinkStates,
    listLinkedIssues,
    openIssue,
    openToNote,
    openToFinish,
    openToDirect,
    openToSkip,
    openToTick,
    getEvent,
    listPage,
    homeDepartment,
    unattended,
    news,
    ownAbout,
    findIssues,
    exportPage,
    nameAssignee,
    nameLink,
    raiseIssue,
    raiseAnyway,
    takeIssue,
    declineIssue,
    handOver,
    openToHandOver,
    letGo,
    openToResolve,
    setPromise,
    assignIssue,
    setSeverity,
    snoozeIssue,
    changeIssue,
    addNote,
    resolveIssue,
    resolveMatter,
    redrawIssue,
    retellMatter,
    showLink,
    reopenIssue,
    closeIssue,
    openRoom,
    noteRoom,
    startPlaybook,
    tickStep,
    skipStep,
    addStep,
    addFollowUp,
    readTimeline,
    openReview,
    openToReview,
    writeReview,
  ],
  commands: [
    {
      name: 'issue',
      summary: 'Trouble and tasks, who is on them and until when',
      usageHint: 'new <what is wrong> | mine | 17 | find <words>',
    },
  ],
  verbs,
  clicks,
  forms,
  shortcuts,
  drawings,
  finders: [finder],
  home,
  digest,
  mentions: [mentioner],
  issueKinds: baseKinds,
  due: [
    remindOfPromise,
    remindOfDeadline,
    endSnooze,
    closeAfterWeek,
    archiveAfterWeek,
    remindOfSteps,
    remindOfReview,
  ],
  jobs: [openRoomJob, archiveRoomJob],
  lists: [wholeList],
  follows: [releaseDeparted, moveMerged, followChannels],
  facts: [issueFacts],
  factTables: [issueFactTable],
  kpis: issueKpis,
  states: [stateTable, stepTable],
  samples: { ...samples, ...partSamples, ...earlierSamples },
  formSamples,
});
