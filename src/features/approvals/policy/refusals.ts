import type { Sentences } from '../../../cases/refusals.ts';
import { minorDigits } from '../../../core/text/money.ts';
import { count } from '../../../core/text/sentence.ts';
import { moment } from '../../../core/time/reader.ts';
import type { Measured } from '../../../core/tokens/approval.ts';
import type { DraftNo } from './draft.ts';
import type { Fault } from './fault-model.ts';
import type { Stage } from './model.ts';
import type { Version } from './overview-model.ts';
import type { Shortage } from './staffing.ts';
import { groupWords, type NameOf, stageWords } from './stage-words.ts';

interface Short extends Shortage {
  readonly stages: readonly Stage[];
  readonly nameOf: NameOf;
  /** "you", or the requester's name. */
  readonly requester: string;
}

const shortageSentences: Readonly<Record<Shortage['code'], (short: Short) => string>> = {
  'stage lacks people': ({ stages, stage, there, nameOf, requester }) => {
    const short = stages[stage];
    const whom = short ? stageWords(short, nameOf) : 'somebody';
    return `it needs ${whom} other than ${requester}, and there ${found(there)}.`;
  },
  'is for the requester alone': ({ requester }) =>
    `it is for ${requester} alone, and nobody approves their own request.`,
  'people count once': ({ stages, nameOf, requester }) => {
    const yeses = stages.reduce((sum, { needs }) => sum + needs, 0);
    const groups = stages.map(({ of }) => groupWords(of, nameOf)).join('; ');
    return `its stages need ${yeses} different people other than ${requester} (${groups}), and there are not so many.`;
  },
};

/** "it needs a manager other than you, and there is nobody." */
export function shortageWords(
  shortage: Shortage,
  { stages, nameOf, requester = 'you' }: Pick<Short, 'stages' | 'nameOf'> & { readonly requester?: string },
): string {
  return shortageSentences[shortage.code]({ ...shortage, stages, nameOf, requester });
}

function found(there: number): string {
  if (there === 0) return 'is nobody';
  return `${there === 1 ? 'is' : 'are'} only ${count(there, 'person', 'people')}`;
}

const measureWords: Readonly<Record<Measured, string>> = {
  quantity: 'a quantity',
  amount: 'an amount',
  location: 'a location',
  supplier: 'a supplier',
};

const faultSentences: {
  readonly [Code in Fault['code']]: (fault: Extract<Fault, { code: Code }>, nameOf: NameOf) => string;
} = {
  'kind is unknown': () => 'Nothing asks for approvals of that kind.',
  'location is unknown': ({ location }) => `There is no location ${location}.`,
  'supplier is unknown': ({ supplier }) => `No product comes from ${supplier}.`,
  'has no bound': () => 'Where nobody has to say yes, say how much at most: a quantity or an amount.',
  'bounds the unmeasured': ({ kind, measure }) =>
    `Nothing of the kind “${kind}” has ${measureWords[measure]}.`,
  'names no group': () => 'Say who: a role, a department or people by name.',
  'names too many': ({ most }) => `Name at most ${most} people, or give them a role.`,
  'names somebody who left': () => 'Somebody named here has left, or has no role any more.',
  'names a viewer': ({ personId }, nameOf) =>
    `${nameOf(personId) ?? 'Somebody'} may not decide: that is for an operator.`,
  'group is empty': ({ group }, nameOf) => `There are no ${groupWords(group, nameOf)}.`,
  'group is too small': ({ group, there }, nameOf) =>
    `Of ${groupWords(group, nameOf)} there ${found(there)}.`,
  'requester finds nobody': ({ requesterId, shortage, stages }, nameOf) => {
    const requester = nameOf(requesterId) ?? 'somebody';
    return `When ${requester} asks, ${shortageWords(shortage, { stages, nameOf, requester })}`;
  },
  'is unreachable': ({ by, name }) =>
    `Nothing gets here: rule ${by + 1}, “${name}”, matches all of it first.`,
  'name is taken': ({ by }) => `Rule ${by + 1} has that name.`,
};

export function faultSentence(fault: Fault, nameOf: NameOf): string {
  // Safe: the table is typed to pair each code with the faults of that code.
  const sentence = faultSentences[fault.code] as (fault: Fault, nameOf: NameOf) => string;
  return sentence(fault, nameOf);
}

/** "That would break rule “write-off”. …": a fault of a rule other than the one that was filled in. */
export function breakageSentence(fault: Fault, ruleName: string | null, nameOf: NameOf): string {
  const whose = ruleName === null ? 'what no rule matches' : `rule “${ruleName}”`;
  return `That would break ${whose}. ${faultSentence(fault, nameOf)}`;
}

/** The sentence beside an input of the form that cannot be read. */
export const draftSentences: Readonly<Record<DraftNo, (currency: string) => string>> = {
  'is too much': () => 'That is too much.',
  'is not in whole units': () => 'Say whole units, such as 50.',
  'is less than a unit': () => 'Say at least one unit.',
  'is no amount': (currency) => `Say an amount such as ${exampleAmount(minorDigits(currency))}.`,
  'is in another currency': (currency) => `That is in another currency: amounts here are in ${currency}.`,
  'is not above nothing': () => 'Enter an amount above 0.',
  'is no number of people': () => 'Say how many people, such as 2.',
  'is less than a person': () => 'Say at least one person.',
  'names somebody unknown': () => 'I do not know all of them yet: they are known after their first command.',
};

function exampleAmount(digits: number): string {
  return digits === 0 ? '1,250' : `1,250.${'50'.padEnd(digits, '0').slice(0, digits)}`;
}

export const mostRules = 60;

export type RuleNo = 'is not there' | 'is first' | 'is last' | 'is one too many';

const look = '`/approval policy` shows it as it is now.';

export const ruleSentences: Sentences<RuleNo, { readonly at: number; readonly name: string }> = {
  'is not there': ({ at }) => ({ says: `There is no rule ${at + 1}.`, next: look }),
  'is first': ({ name }) => ({ says: `“${name}” is the first rule already.`, next: look }),
  'is last': ({ name }) => ({ says: `“${name}” is the last rule already.`, next: look }),
  'is one too many': () => ({
    says: `A policy has at most ${mostRules} rules: remove one first.`,
    next: '`/approval policy` lists them.',
  }),
};

/** Why a rule cannot be moved by one place, among so many. */
export function whyNotMove(to: number, rules: number): RuleNo | null {
  if (to < 0) return 'is first';
  return to >= rules ? 'is last' : null;
}

export type VersionNo = 'was changed since';

/** The subject: the version that is in force now; null where it is unknown. */
export const versionSentences: Sentences<VersionNo, Version | null> = {
  'was changed since': (changed, { timeZone, now }) => {
    const when = changed ? ` at ${moment(changed.changedAt, now, timeZone)}` : '';
    return { says: `${changed?.changedBy ?? 'Somebody'} changed the policy${when}: look again.`, next: look };
  },
};
