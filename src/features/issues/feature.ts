import { defineFeature } from '../../core/feature.ts';
import { aboutIssue } from './about.ts';
import { addStep } from './add-step.ts';
import { assignIssue } from './assign.ts';
import { closeAfterWeek, closeIssue } from './close.ts';
import { passDeadline } from './deadline.ts';
import { releaseDeparted } from './departed.ts';
import { digest } from './digest.ts';
import { finishIssue, resolveMatter } from './done.ts';
import { exportIssues } from './export.ts';
import { finder } from './find.ts';
import { addFollowUp } from './follow-up.ts';
import { forms } from './form-slack.ts';
import { getIssue, getIssues, getStep, openIssue, openToDirect, openToFinish, openToNote } from './get.ts';
import { home } from './home.ts';
import { findIssues, homeDepartment, listPage } from './list.ts';
import { moveMerged } from './merged.ts';
import { missReview } from './miss-review.ts';
import { addNote } from './note.ts';
import { directIssues, keepIssues, raiseIssues, seeIssues, workOnIssues } from './permissions.ts';
import { stepTable } from './playbook-rules.ts';
import { changePromise } from './promise.ts';
import { raise } from './raise.ts';
import { shortcuts } from './raise-slack.ts';
import { remindOfPromise } from './remind.ts';
import { remindOfSteps } from './remind-steps.ts';
import { reopenIssue } from './reopen.ts';
import { openReview, openToReview, writeReview } from './review.ts';
import { archiveAfterWeek, archiveRoomJob, noteRoom, openRoom, openRoomJob } from './room.ts';
import { stateTable } from './rules.ts';
import { samples } from './samples.ts';
import { skipStep, tickStep } from './settle.ts';
import { changeSeverity } from './severity.ts';
import { clicks, drawings, verbs } from './slack.ts';
import { snoozeIssue } from './snooze.ts';
import { standingOf } from './standing.ts';
import { startPlaybook } from './start.ts';
import { nameSubject } from './subject.ts';
import { takeIssue } from './take.ts';
import { timelineOf } from './timeline.ts';
import { findTouching, touching } from './touching.ts';
import { mentioner } from './touching-slack.ts';
import { endSnooze } from './wake.ts';

/** Trouble and tasks: raised anywhere, owned by somebody, seen to the end. */
export const issues = defineFeature({
  name: 'issues',
  title: 'Issues',
  permissions: [seeIssues, raiseIssues, workOnIssues, directIssues, keepIssues],
  operations: [
    getIssue,
    getIssues,
    aboutIssue,
    standingOf,
    findTouching,
    touching,
    openIssue,
    openToNote,
    openToFinish,
    openToDirect,
    getStep,
    listPage,
    homeDepartment,
    findIssues,
    exportIssues,
    nameSubject,
    raise,
    takeIssue,
    changePromise,
    assignIssue,
    changeSeverity,
    snoozeIssue,
    addNote,
    finishIssue,
    resolveMatter,
    reopenIssue,
    closeIssue,
    openRoom,
    noteRoom,
    startPlaybook,
    tickStep,
    skipStep,
    addStep,
    addFollowUp,
    timelineOf,
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
  due: [
    remindOfPromise,
    passDeadline,
    endSnooze,
    closeAfterWeek,
    archiveAfterWeek,
    remindOfSteps,
    missReview,
  ],
  jobs: [openRoomJob, archiveRoomJob],
  follows: [releaseDeparted, moveMerged],
  states: [stateTable, stepTable],
  samples,
});
