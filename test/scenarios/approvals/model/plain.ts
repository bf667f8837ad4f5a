/** What a request is in the model: nothing of the code under test. */
export interface Plain {
  readonly id: string;
  readonly requester: string;
  readonly item: string;
  readonly stages: readonly PlainStage[];
  readonly breakGlass: boolean;
  state: 'waiting' | 'approved' | 'done' | 'failed' | 'rejected' | 'withdrawn' | 'expired';
  round: number;
  stage: number;
  /** How the item stood when its approvers were last asked. */
  seen: number;
  /** Of this round: who spoke, whose right they used, and at which stage. */
  voices: { by: string; right: string; stage: number; alone: boolean }[];
  expiresAt: number;
  /** When somebody looks whether it ran, and when something was last done about it. */
  lookAt: number;
  touchedAt: number;
  effects: number;
}

export interface PlainStage {
  readonly needs: number;
  /** Who may speak at it, as roles are now. */
  readonly who: readonly string[];
}

export const minute = 60_000;

/** Who may speak for whom at a moment. */
export interface Lent {
  readonly from: string;
  readonly to: string;
  readonly starts: number;
  readonly ends: number;
}

/** Whether the people who are left fill every stage when `gone` give one more yes now: tried seat by seat. */
function finishable(one: Plain, gone: readonly string[]): boolean {
  const seats = one.stages.slice(one.stage).flatMap(({ needs, who }, ahead) => {
    const said = ahead > 0 ? 0 : one.voices.filter(({ stage }) => stage === one.stage).length;
    return Array.from({ length: needs - said - (ahead === 0 && gone.length > 0 ? 1 : 0) }, () => who);
  });
  const spent = [...gone, one.requester, ...one.voices.flatMap(({ by, right }) => [by, right])];
  const sits = (seat: number, taken: readonly string[]): boolean =>
    seat >= seats.length ||
    (seats[seat] ?? []).some((who) => !taken.includes(who) && sits(seat + 1, [...taken, who]));
  return sits(0, spent);
}

/** Whether the yes or no is taken; it changes the request accordingly. */
export function speaks(
  one: Plain,
  by: string,
  yes: boolean,
  { round, lent, now }: { round: number; lent: readonly Lent[]; now: number },
): boolean {
  if (one.state !== 'waiting' || by === one.requester || round !== one.round) return false;
  if (one.voices.some((voice) => voice.by === by)) return false;
  const stage = one.stages[one.stage];
  const lenders = lent
    .filter((loan) => loan.to === by && loan.starts <= now && now < loan.ends)
    .map(({ from }) => from)
    .sort();
  const right = [by, ...lenders].find(
    (holder) =>
      holder !== one.requester &&
      stage?.who.includes(holder) &&
      !one.voices.some((voice) => voice.right === holder),
  );
  if (!stage || !right) return false;
  if (yes && finishable(one, []) && !finishable(one, [by, right])) return false;
  one.voices.push({ by, right, stage: one.stage, alone: false });
  if (!yes) one.state = 'rejected';
  else if (one.voices.filter((voice) => voice.stage === one.stage).length >= stage.needs) {
    if (one.stage + 1 < one.stages.length) one.stage += 1;
    else approve(one, now);
  }
  return true;
}

/** In an emergency a manager decides alone. */
export function overrides(
  one: Plain,
  by: string,
  { round, managers, now }: { round: number; managers: readonly string[]; now: number },
): boolean {
  const may = managers.includes(by) && one.breakGlass && by !== one.requester && round === one.round;
  const spoken = one.voices.some((voice) => voice.by === by || voice.right === by);
  if (!may || spoken || one.state !== 'waiting') return false;
  one.voices.push({ by, right: by, stage: one.stage, alone: true });
  approve(one, now);
  return true;
}

export function approve(one: Plain, now: number): void {
  one.state = 'approved';
  one.lookAt = now + 10 * minute;
  one.touchedAt = now;
}

/** Whether every seat finds somebody of its own. */
export function fillable(seats: readonly (readonly string[])[], taken: readonly string[]): boolean {
  const [first, ...rest] = seats;
  if (!first) return true;
  return first.some((one) => !taken.includes(one) && fillable(rest, [...taken, one]));
}

export function seatsOf(stages: readonly PlainStage[]): readonly (readonly string[])[] {
  return stages.flatMap(({ needs, who }) => Array.from({ length: needs }, () => who));
}

/** The effect's turn: it runs once, and only on what was seen, by the word of those who may still give it. */
export function runs(
  one: Plain,
  level: number,
  managers: readonly string[],
): 'ran' | 'asked again' | 'refused' | 'nothing' {
  if (one.state !== 'approved') return 'nothing';
  // Who decided alone needed nobody else's word.
  const lone = one.voices.filter(({ alone }) => alone);
  const counts =
    lone.length > 0
      ? lone.every(({ by }) => managers.includes(by))
      : one.voices.every(({ right, stage }) => one.stages[stage]?.who.includes(right));
  if (!counts || Math.abs(level - one.seen) > 5) {
    if (!fillable(seatsOf(one.stages), [one.requester])) {
      one.state = 'failed';
      return 'refused';
    }
    one.state = 'waiting';
    one.round += 1;
    one.stage = 0;
    one.voices = [];
    one.seen = level;
    return 'asked again';
  }
  one.state = 'done';
  one.effects += 1;
  return 'ran';
}

/** The minute has come. */
export function passes(one: Plain, now: number): void {
  if (one.state === 'waiting' && now >= one.expiresAt) one.state = 'expired';
  if (one.state !== 'approved' || now < one.lookAt) return;
  if (now - one.touchedAt > 15 * minute) {
    one.touchedAt = now;
    one.lookAt = now + 10 * minute;
  } else one.state = 'failed';
}
