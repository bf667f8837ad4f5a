import type { PrismaClient } from '../generated/client.ts';
import { unseal } from './box.ts';
import type { SecretsKey } from './keys.ts';

/** What is wrong with the keys, for the secrets of all workspaces: each with the way to mend it. */
export async function keyFaults(
  prisma: PrismaClient,
  keys: readonly SecretsKey[],
): Promise<readonly string[]> {
  const groups = await prisma.sealedSecret.groupBy({
    by: ['keyId'],
    _count: true,
    orderBy: { keyId: 'asc' },
  });
  const faults: string[] = [];
  for (const { keyId, _count: many } of groups) {
    const sealed = `${many} ${many === 1 ? 'secret is' : 'secrets are'} sealed under the key ${keyId}`;
    const row = await prisma.sealedSecret.findFirst({ where: { keyId } });
    const opened = row ? unseal(keys, row, row) : null;
    if (opened === 'no key')
      faults.push(`SECRET_KEYS lacks a key: ${sealed}. Add ${keyId}:<its key>, behind the one that seals.`);
    if (opened === 'wrong key')
      faults.push(`SECRET_KEYS names another key ${keyId} than before: ${sealed}. Put the earlier one back.`);
  }
  return faults;
}
