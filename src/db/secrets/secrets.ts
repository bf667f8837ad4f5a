import type { Secrets } from '../../core/runtime/database.ts';
import { randomIds } from '../../core/runtime/ids.ts';
import { Refusal } from '../../core/runtime/refusal.ts';
import { Secret } from '../../core/runtime/secret.ts';
import { seal, unseal } from './box.ts';
import type { SecretsKey } from './keys.ts';
import { deleteSealed, findSealed, putSealed } from './store.ts';

const ivBytes = 12;

/** Seals with the first of the keys and opens with all of them. */
export function secretsUnder(keys: readonly SecretsKey[]): Secrets {
  const [first] = keys;
  return {
    async keep(tx, key, secret, now) {
      if (!first)
        throw new Refusal('unavailable', 'I have no key to seal secrets with, so I keep none.', {
          next: 'Whoever runs me sets `SECRET_KEYS` and starts me again.',
        });
      const whose = { ...key, workspaceId: tx.workspaceId };
      // A nonce that could be foretold or come twice would open the seal: never from ids that a test predicts.
      const sealed = seal(first, randomIds.bytes(ivBytes), secret.reveal(), whose);
      if (!(await putSealed(tx, { ...key, ...sealed }, now)))
        throw new Error(`The secret ${key.id} is kept for another purpose than ${key.purpose}.`);
    },
    async find(scope, key) {
      const row = await findSealed(scope, key);
      if (!row) return null;
      const opened = unseal(keys, row, { ...key, workspaceId: scope.workspaceId });
      if (typeof opened === 'object') return new Secret(opened.text);
      const says =
        opened === 'no key'
          ? `A secret is sealed under the key ${row.keyId}, which I do not have.`
          : `A secret does not open: the key ${row.keyId} is not the one that sealed it.`;
      throw new Refusal('unavailable', says, {
        next: `Whoever runs me puts the right ${row.keyId} into \`SECRET_KEYS\` and starts me again.`,
      });
    },
    forget: deleteSealed,
  };
}
