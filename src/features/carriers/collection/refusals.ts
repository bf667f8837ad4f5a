export const noSuchCollection = 'There is no such collection.';
export const whereTheyAre = '`/ops carriers` lists them.';

/** `now`: its days and cut-off as somebody else has set them. */
export const changedSince = (name: string, now: string) =>
  `${name} was changed since this form was opened, to ${now}: close it and look again.`;

export const alreadyAt = (name: string, cutOff: string) => `${name} is there at ${cutOff} already.`;

export const notBefore = (cutOff: string) => `Not before the cut-off, ${cutOff}.`;
export const todayOrLater = 'What has passed stays as it was: today or later.';
