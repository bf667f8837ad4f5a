// The door of people: what other features and the adapters may use. Everything else is private.
export { asPerson } from './as-person.ts';
export { becomeFirstAdmin } from './bootstrap.ts';
export { channelFor } from './channels/channel-for.ts';
export { channelOfDepartment } from './channels/channel-of-department.ts';
export { chooseChannels } from './channels/choose.ts';
export { colleagues } from './directory.ts';
export { enrol, lostRace } from './enrol.ts';
export { greet } from './greet.ts';
export { holdRights } from './hold-rights.ts';
export { identify } from './identify.ts';
export { linkAccounts } from './link.ts';
export { findPeople } from './list.ts';
export { named } from './named.ts';
export { pickMember } from './pick.ts';
export type { SlackAccount } from './rules.ts';
export { staysFor } from './stay.ts';
export { adminAccounts, whoMay } from './who-may.ts';
