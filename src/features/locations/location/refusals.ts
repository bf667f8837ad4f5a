export const noSuchLocation = (code: string) => `There is no location ${code}.`;
export const whereTheyAre = '`/ops location` lists them.';

export const takenCode = (code: string) => `${code} is taken.`;
