import type { Due } from './model.ts';

/** By when it has to leave, in the lists, over the columns and in files. */
export const dueWords: Readonly<Record<Due, string>> = {
  'long overdue': 'Over 24 h late',
  overdue: 'Late',
  'next cut-off': 'Next cut-off',
  today: 'Later today',
  later: 'From tomorrow',
  none: 'No ship-by',
};
