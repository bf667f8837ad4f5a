import type { Playbook } from './model.ts';
import { stockPlaybooks } from './ready-made-stock.ts';
import { trafficPlaybooks } from './ready-made-traffic.ts';

/** All playbooks that ship. */
export const playbooks: readonly Playbook[] = [...trafficPlaybooks, ...stockPlaybooks];

export const playbookKeys = playbooks.map(({ key }) => key);

export function playbookOf(key: string): Playbook | null {
  return playbooks.find((one) => one.key === key) ?? null;
}

/** The playbooks that an issue has not started, those for its kind first. */
export function playbooksFor(kind: string, started: readonly string[]): readonly Playbook[] {
  const left = playbooks.filter(({ key }) => !started.includes(key));
  const fits = ({ kinds }: Playbook) => kinds.includes(kind);
  return [...left.filter(fits), ...left.filter((one) => !fits(one))];
}
