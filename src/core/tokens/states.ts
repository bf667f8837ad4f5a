/** A table of states and the arrows between them; a contract test walks every table. */
export interface StateTable<State extends string> {
  readonly name: string;
  readonly initial: State;
  readonly arrows: Readonly<Record<State, readonly State[]>>;
}

export function defineStates<State extends string>(table: StateTable<State>): StateTable<State> {
  return table;
}

/** Whether an arrow connects the two, or they are the same. */
export function mayBecome<State extends string>(table: StateTable<State>, from: State, to: State): boolean {
  return from === to || table.arrows[from].includes(to);
}

/** Throws when the table has no such arrow: callers decide by the same rules, so it is our bug. */
export function demandArrow<State extends string>(table: StateTable<State>, from: State, to: State): void {
  if (!mayBecome(table, from, to)) throw new Error(`${table.name}: no arrow leads from ${from} to ${to}.`);
}

/** The states with an arrow to this one, and itself: for conditional updates. */
export function sourcesOf<State extends string>(table: StateTable<State>, to: State): readonly State[] {
  return (Object.keys(table.arrows) as State[]).filter((from) => mayBecome(table, from, to));
}

/** The faults of a table: unreachable states and arrows to unknown states. */
export function faultsOf(table: StateTable<string>): readonly string[] {
  const states = Object.keys(table.arrows);
  const nowhere = Object.entries(table.arrows).flatMap(([from, targets]) =>
    targets
      .filter((to) => !states.includes(to))
      .map((to) => `${table.name}: ${from} leads to ${to}, which is not a state`),
  );
  const reached = new Set([table.initial]);
  for (const state of reached) for (const next of table.arrows[state] ?? []) reached.add(next);
  const unreached = states
    .filter((state) => !reached.has(state))
    .map((state) => `${table.name}: no arrow leads to ${state}`);
  return [...nowhere, ...unreached];
}
