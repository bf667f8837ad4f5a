export const whereTheyAre = '`/order promises` lists them.';
export const noSuchRule = 'There is no such rule any more.';
export const noSuchService = 'There is no such service any more.';
export const todayOrLater = 'What was promised stays promised: today or later.';
/** `from`: the first day of the one that is to come. */
export const laterOneThere = (from: string) =>
  `One for the same orders begins on ${from}: take that one back first, or begin then.`;
export const hasEnded = (on: string) => `It has ended already: its last day was ${on}.`;
