/**
 * What is wrong with a parcel, the gravest first; each is in one list. `to collect`: it waits for the customer for too
 * long; `lost`: or damaged; `unscanned`: labelled and not scanned; `silent`: no scan where one was due; `back`: it is here again; `doubted`: one of
 * us has ended it, and its carrier has scanned it since.
 */
export const exceptionKinds = [
  'doubted',
  'lost',
  'turned back',
  'failed',
  'held',
  'delayed',
  'to collect',
  'unscanned',
  'silent',
  'back',
] as const;
export type ExceptionKind = (typeof exceptionKinds)[number];

/** So long may a parcel wait for its customer. */
export const collectHours = 72;
/** So long is shown what came back, and what went on after one of us had ended it. */
export const backDays = 14;
