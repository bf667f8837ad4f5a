import type { PersonActor } from '../../core/runtime/actor.ts';
import type { Tx } from '../../core/runtime/database.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { isRole } from '../../core/tokens/permission.ts';
import { holdRightsOf } from './role-store.ts';

/**
 * The person with the rights they have now. A revoke, a departure or a join of accounts waits until the transaction
 * ends. Throws a `Refusal` for an account that has been deactivated.
 */
export async function holdRights(tx: Tx, person: PersonActor): Promise<PersonActor> {
  const held = await holdRightsOf(tx, person.id, person.slackUserId);
  // The accounts of two people were joined since the request began.
  if (held && held.personId !== person.id) return await holdRights(tx, { ...person, id: held.personId });
  if (!held?.active)
    throw new Refusal('not-allowed', 'This account is deactivated in Slack and may do nothing here.');
  const { roles, departments, slackAdmin } = held;
  return { ...person, roles: roles.filter(isRole), departments, slackAdmin };
}
