import { defineStates, type StateTable } from '../../core/tokens/states.ts';

const states = ['waiting', 'ready'] as const;
export type State = (typeof states)[number];

/** Slack may refuse what was ready: then its picture is made anew. */
export const chartStates: StateTable<State> = defineStates({
  name: 'chart request',
  initial: 'waiting',
  arrows: { waiting: ['ready'], ready: ['waiting'] },
});

/** How a chart stands in its message: drawn by Slack, as a file among Slack's, or neither. */
export type Shown =
  | { readonly as: 'native' }
  | { readonly as: 'picture'; readonly slackFile: string }
  /** `reason`: why there is no picture, for the person. */
  | { readonly as: 'words'; readonly reason: string };

/** How often a picture is begun before its people get the words alone. */
export const mostTries = 3;
/** How many pictures a message may have lost before it goes without one. */
export const mostLost = 2;
/** Whoever draws and uploads a picture has it so long for itself; longer than its job may take. */
export const heldMs = 6 * 60_000;
/** Nobody waits longer than this, whatever became of the chart. */
export const waitsForMs = 3_600_000;
/** Whoever asks for the same so soon has pressed twice. */
export const secondPressMs = 10_000;
/** One person's charts that are drawn at a time, and all people's: each takes the bot a moment. */
export const mostOfOne = 3;
export const mostOfAll = 20;
/** Where workspaces delete old files, they do so later than this. */
export const pictureDays = 30;
/** A workspace that refused a chart of Slack's own is asked again after so many days. */
export const refusalDays = 7;
/** As long as their messages are kept. */
export const requestDays = 30;

export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * 86_400_000);
}
