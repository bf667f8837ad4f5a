import type { Person } from '../../harness/person.ts';
import type { Seen } from '../../harness/seen.ts';

type Changes = Readonly<Record<'promise' | 'snooze' | 'severity', string>>;

/** Changes time, snooze or severity in the form of a card; returns its errors. */
export async function changes(person: Person, card: Seen, values: Partial<Changes>) {
  await person.presses(card, card.offers.includes('New time') ? 'New time' : 'Change');
  return await person.sends('Snooze for', values);
}

/** Starts a playbook from a private card. */
export async function starts(person: Person, own: Seen, playbook: string) {
  await person.presses(own, 'Start a playbook');
  return await person.sends('Which playbook?', { playbook });
}

/** Ticks a step from a private card. */
export async function ticks(person: Person, own: Seen, step: string) {
  await person.presses(own, 'Step done');
  return await person.sends('Which step is done?', { step });
}

/** The private card of an issue, asked for by its number. */
export async function looksAt(person: Person, number = 1): Promise<Seen> {
  await person.says(`/issue ${number}`);
  return await person.sees('card in <#');
}
