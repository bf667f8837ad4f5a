import type { SelectedRow } from '../../../core/declare/lists/listing.ts';
import type { Issue } from '../issue/model.ts';

/** An issue among many: its headline, and what must still be so when somebody acts on it. */
export function selectedIssue({ id, number, severity, title, state, owner }: Issue): SelectedRow {
  const whose = owner ? owner.name : 'nobody';
  return { ref: id, label: `Issue ${number} (${severity}): ${title}`, seen: `${state}: ${whose}` };
}
