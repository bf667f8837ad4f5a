import { departments } from '../../../core/tokens/departments.ts';

/** What a channel can be for, as people read it. */
export interface Purpose {
  /** The name of its input in the form. */
  readonly field: string;
  /** How it is kept. */
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

export const purposes: readonly Purpose[] = [
  { field: 'daily', key: 'daily', label: 'Daily', hint: 'Digests and the morning stand-up.' },
  {
    field: 'alerts',
    key: 'alerts',
    label: 'Alerts',
    hint: 'Issues of departments without a channel of their own.',
  },
  { field: 'approvals', key: 'approvals', label: 'Approvals', hint: 'Requests that wait for a yes.' },
  ...departments.map((department) => ({
    field: department.replaceAll(' ', '_'),
    key: `department ${department}`,
    label: `${department.slice(0, 1).toUpperCase()}${department.slice(1)}`,
    hint: 'Issues of this department. Leave it empty to use Alerts.',
  })),
];

export type ChannelsByPurpose = ReadonlyMap<string, string>;

/** Where a department's issues are posted: its own channel, else the one for alerts; null when neither is set. */
export function channelOf(channels: ChannelsByPurpose, department: string): string | null {
  return channels.get(`department ${department}`) ?? channels.get('alerts') ?? null;
}
