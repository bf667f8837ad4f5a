import type { ExceptionKind } from '../status/exception-model.ts';

const words: Readonly<Record<ExceptionKind, readonly [one: string, many: string]>> = {
  doubted: ['ended by one of us, scanned since', 'ended by one of us, scanned since'],
  lost: ['lost or damaged', 'lost or damaged'],
  'turned back': ['on its way back', 'on their way back'],
  failed: ['failed delivery', 'failed deliveries'],
  held: ['on hold', 'on hold'],
  delayed: ['delayed', 'delayed'],
  'to collect': ['not collected', 'not collected'],
  unscanned: ['not scanned', 'not scanned'],
  silent: ['without news', 'without news'],
  back: ['back with us', 'back with us'],
};

/** What is wrong, after how many there are: "1 failed delivery", "2 on their way back". */
export function kindWords(kind: ExceptionKind, parcels: number): string {
  const [one, many] = words[kind];
  return parcels === 1 ? one : many;
}
