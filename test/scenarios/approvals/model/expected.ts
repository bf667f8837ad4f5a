/** A request in the model, which knows nothing of the code under test. Moments in milliseconds. */
export interface ExpectedRequest {
  readonly id: string;
  readonly requester: string;
  readonly item: string;
  readonly stages: readonly ExpectedStage[];
  readonly breakGlass: boolean;
  state: 'waiting' | 'approved' | 'done' | 'failed' | 'rejected' | 'withdrawn' | 'expired';
  round: number;
  stage: number;
  /** The item's level when the approvers were last asked. */
  levelShown: number;
  /** Votes of this round; `holder`: the person whose authority was used. */
  votes: { voter: string; holder: string; stage: number; override: boolean }[];
  expiresAt: number;
  /** When the due work checks that the effect has run. */
  checkedAt: number;
  lastEventAt: number;
  effects: number;
}

export interface ExpectedStage {
  readonly needs: number;
  /** The people who may vote at it, by their present roles. */
  readonly voters: readonly string[];
}

export const minute = 60_000;

/** One person votes for another between two moments. */
export interface ExpectedDelegation {
  readonly from: string;
  readonly to: string;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Whether the people who are left fill every stage once `spent` give one more yes now: tried seat by seat. */
function finishable(one: ExpectedRequest, spent: readonly string[]): boolean {
  const seats = one.stages.slice(one.stage).flatMap(({ needs, voters }, ahead) => {
    const said = ahead > 0 ? 0 : one.votes.filter(({ stage }) => stage === one.stage).length;
    return Array.from({ length: needs - said - (ahead === 0 && spent.length > 0 ? 1 : 0) }, () => voters);
  });
  const taken = [...spent, one.requester, ...one.votes.flatMap(({ voter, holder }) => [voter, holder])];
  return fillable(seats, taken);
}

/** Votes, and returns whether the vote is taken. */
export function votes(
  one: ExpectedRequest,
  voter: string,
  choice: 'yes' | 'no',
  { round, delegations, now }: { round: number; delegations: readonly ExpectedDelegation[]; now: number },
): boolean {
  if (one.state !== 'waiting' || voter === one.requester || round !== one.round) return false;
  if (one.votes.some((vote) => vote.voter === voter)) return false;
  const stage = one.stages[one.stage];
  const delegators = delegations
    .filter(({ to, startsAt, endsAt }) => to === voter && startsAt <= now && now < endsAt)
    .map(({ from }) => from)
    .sort();
  const holder = [voter, ...delegators].find(
    (name) =>
      name !== one.requester &&
      stage?.voters.includes(name) &&
      !one.votes.some((vote) => vote.holder === name),
  );
  if (!stage || !holder) return false;
  if (choice === 'yes' && finishable(one, []) && !finishable(one, [voter, holder])) return false;
  one.votes.push({ voter, holder, stage: one.stage, override: false });
  if (choice === 'no') one.state = 'rejected';
  else if (one.votes.filter((vote) => vote.stage === one.stage).length >= stage.needs) {
    if (one.stage + 1 < one.stages.length) one.stage += 1;
    else approve(one, now);
  }
  return true;
}

/** Overrides, and returns whether the override is taken. */
export function overrides(
  one: ExpectedRequest,
  by: string,
  { round, managers, now }: { round: number; managers: readonly string[]; now: number },
): boolean {
  const may = managers.includes(by) && one.breakGlass && by !== one.requester && round === one.round;
  const voted = one.votes.some(({ voter, holder }) => voter === by || holder === by);
  if (!may || voted || one.state !== 'waiting') return false;
  one.votes.push({ voter: by, holder: by, stage: one.stage, override: true });
  approve(one, now);
  return true;
}

export function approve(one: ExpectedRequest, now: number): void {
  one.state = 'approved';
  one.checkedAt = now + 10 * minute;
  one.lastEventAt = now;
}

/** Whether every seat finds a person of its own. */
export function fillable(seats: readonly (readonly string[])[], taken: readonly string[]): boolean {
  const [first, ...rest] = seats;
  if (!first) return true;
  return first.some((name) => !taken.includes(name) && fillable(rest, [...taken, name]));
}

export function seatsOf(stages: readonly ExpectedStage[]): readonly (readonly string[])[] {
  return stages.flatMap(({ needs, voters }) => Array.from({ length: needs }, () => voters));
}

/** Runs the effect, once, if the level is about what the approvers saw and all votes still count. */
export function runs(
  one: ExpectedRequest,
  level: number,
  managers: readonly string[],
): 'ran' | 'asked again' | 'refused' | 'nothing' {
  if (one.state !== 'approved') return 'nothing';
  // An override stands alone: no other vote is needed.
  const overriding = one.votes.filter(({ override }) => override);
  const count =
    overriding.length > 0
      ? overriding.every(({ voter }) => managers.includes(voter))
      : one.votes.every(({ holder, stage }) => one.stages[stage]?.voters.includes(holder));
  if (!count || Math.abs(level - one.levelShown) > 5) {
    if (!fillable(seatsOf(one.stages), [one.requester])) {
      one.state = 'failed';
      return 'refused';
    }
    one.state = 'waiting';
    one.round += 1;
    one.stage = 0;
    one.votes = [];
    one.levelShown = level;
    return 'asked again';
  }
  one.state = 'done';
  one.effects += 1;
  return 'ran';
}

/** Does the due work of a moment. */
export function passes(one: ExpectedRequest, now: number): void {
  if (one.state === 'waiting' && now >= one.expiresAt) one.state = 'expired';
  if (one.state !== 'approved' || now < one.checkedAt) return;
  if (now - one.lastEventAt > 15 * minute) {
    one.lastEventAt = now;
    one.checkedAt = now + 10 * minute;
  } else one.state = 'failed';
}
