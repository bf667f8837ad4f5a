export const noSuchLocation = (code: string) => `There is no location ${code}.`;
export const whereTheyAre = '`/ops location` lists them.';

/** `code`: null for the business. */
export const changedSince = (code: string | null) =>
  `${code ?? 'The business'} was changed since this form was opened: close it and look again.`;

export const takenCode = (code: string) => `${code} is taken.`;
