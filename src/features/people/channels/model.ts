import { capitalized } from '../../../core/text/sentence.ts';
import { departments } from '../../../core/tokens/departments.ts';

/** A purpose that a channel can serve, with its words on screen. */
export interface Purpose {
  /** The name of its input in the form. */
  readonly field: string;
  /** Its key in the database. */
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
  { field: 'approvals', key: 'approvals', label: 'Approvals', hint: 'Requests that wait for an approval.' },
  ...departments.map((department) => ({
    field: department.replaceAll(' ', '_'),
    key: `department ${department}`,
    label: capitalized(department),
    hint: 'Issues of this department. Leave it empty to use Alerts.',
  })),
];

/** The submitted form: a channel by the field of its purpose, null where none is picked. */
export type Chosen = Readonly<Record<string, string | null>>;

export type ChannelsByPurpose = ReadonlyMap<string, string>;

/** Another channel for the same purpose. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** What a choice moves elsewhere; a channel that is removed moves nothing. */
export function movesOf(before: ChannelsByPurpose, after: ChannelsByPurpose) {
  const move = (from?: string | null, to?: string | null): Move | null =>
    from && to && from !== to ? { from, to } : null;
  return {
    approvals: move(before.get('approvals'), after.get('approvals')),
    departments: departments.flatMap((department) => {
      const moved = move(channelOf(before, department), channelOf(after, department));
      return moved ? [{ department, ...moved }] : [];
    }),
  };
}

/** The channel for a department's issues: its own, else the one for alerts; null when neither is set. */
export function channelOf(channels: ChannelsByPurpose, department: string): string | null {
  return channels.get(`department ${department}`) ?? channels.get('alerts') ?? null;
}
