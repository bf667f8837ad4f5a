import { overUntil } from './filling/cases.ts';
import { codeOf, skuOfRank, wordsOf, zipfRank } from './filling/values.ts';
import { leadId, signedCommand } from './slack.ts';

/** What is asked, and what a right answer shows. */
export interface Question {
  readonly request: {
    readonly method: 'POST';
    readonly body: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly shows: readonly string[];
}

/** The n-th question of a kind; `responseUrl`: where a late answer goes. */
export type Ask = (n: number, responseUrl: string) => Question;

/** The number of the SKU that the n-th question is about. */
export type Draw = (n: number) => number;

// Prime, and far larger than a page of rows: successive questions hit distant pages.
const stride = 611_953;

/** All SKUs in turn, or every so many. */
export const evenly =
  (skus: number, every = 1): Draw =>
  (n) =>
    (((n * stride) % (skus / every)) + 1) * every;

/** As often as they sell; `every`: only those of every so many ranks. */
export const asTheySell =
  (skus: number, every = 1): Draw =>
  (n) =>
    skuOfRank(Math.ceil(zipfRank(n, skus) / every) * every, skus);

/** A card by its code. */
export const knownCode =
  (draw: Draw, shows: readonly string[] = []): Ask =>
  (n, responseUrl) => {
    const code = codeOf(draw(n));
    return {
      request: signedCommand(`/stock ${code}`, n, responseUrl),
      shows: [' available', `${code} `, ...shows],
    };
  };

/** Asked of an app that answers with nothing. */
export const unread =
  (ask: Ask): Ask =>
  (...args) => ({ ...ask(...args), shows: [] });

const asked =
  (
    lineOf: (n: number) => string,
    showsOf: (n: number) => readonly string[],
    from?: (n: number) => string,
  ): Ask =>
  (n, responseUrl) => ({
    request: signedCommand(lineOf(n), n, responseUrl, from?.(n)),
    shows: showsOf(n),
  });

/** Ends before the last codes, so that there are a hundred of every beginning. */
const prefixOf = (skus: number, n: number) => codeOf(evenly(skus - 100)(n)).slice(0, -2);

/** A letter short, as people type it. */
const misspelt = (skus: number, n: number) => {
  const { material, thing, colour } = wordsOf(evenly(skus)(n));
  return `${material.slice(0, 3)}${material.slice(4)} ${thing} ${colour}`.toLowerCase();
};

/** What is looked for in other ways than by a code that exists, in a catalogue of so many SKUs. */
export const searches = (skus: number): Readonly<Record<string, Ask>> => ({
  // One digit off from many codes.
  'a missing code': asked(
    (n) => `/stock ${codeOf(skus + 1 + (n % skus))}`,
    (n) => [
      `No SKU, barcode or title fits \\"${codeOf(skus + 1 + (n % skus))}\\"`,
      'The nearest are',
      'BEN-',
    ],
  ),
  'a misspelt title': asked(
    (n) => `/stock ${misspelt(skus, n)}`,
    (n) => {
      const { material, thing, colour } = wordsOf(evenly(skus)(n));
      return [`${material} ${thing} ${colour} `];
    },
  ),
  'a common word of a title': asked(
    (n) => `/stock ${wordsOf(n).thing}`,
    (n) => [`More than 10 SKUs fit \\"${wordsOf(n).thing}\\"`, ` ${wordsOf(n).thing} `],
  ),
  'the beginning of a code': asked(
    (n) => `/stock ${prefixOf(skus, n)}`,
    // Codes that are the same but for zeros come first, and may fill the list.
    (n) => [`More than 10 SKUs fit \\"${prefixOf(skus, n)}\\"`, '*BEN-'],
  ),
});

/** The lists of a lead, in a shop of so many open issues and waiting approvals. */
export const lists = (issues: number, approvals: number): Readonly<Record<string, Ask>> => {
  const issue = (n: number) => overUntil(issues) + 1 + ((n * stride) % issues);
  return {
    '/issue': asked(
      () => '/issue',
      () => [' open issues for ', 'open elsewhere'],
      leadId,
    ),
    '/issue <number>': asked(
      (n) => `/issue ${issue(n)}`,
      (n) => [`#${issue(n)} `, ` in aisle ${issue(n)}`],
      leadId,
    ),
    '/approval': asked(
      () => '/approval',
      () => [`${approvals.toLocaleString('en-GB')} approvals wait for a yes`, ' for you'],
      leadId,
    ),
  };
};
