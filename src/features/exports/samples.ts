import { message, section } from '../../ui/blocks.ts';
import { fileAsked } from '../../ui/paged-list.ts';
import { Mrkdwn, mrkdwn } from '../../ui/text.ts';
import { exportFailed, fileWords } from './views.ts';

const read = { now: new Date('2026-03-02T08:40:00Z'), timeZone: 'Europe/Berlin', lasting: true } as const;
const above = (rows: number, isCut: boolean, isCompressed: boolean) => {
  const text = new Mrkdwn(fileWords('issue', { rows, isCut, isCompressed }, read));
  return message(text, [section(mrkdwn`${text}`)]);
};

export const samples = {
  'a file is being written': () => fileAsked({ title: 'issues', isSecond: false }),
  'asked for again': () => fileAsked({ title: 'issues', isSecond: true }),
  'above a file': () => above(1_204, false, false),
  'above a file of one row': () => above(1, false, false),
  'above a compressed file that was cut': () => above(200_000, true, true),
  'no file': () =>
    exportFailed('issues', 'You may not see issues: that is for a viewer. Ask Ada to run `/ops grant`.'),
};
