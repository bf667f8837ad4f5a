import type { Scope } from '../../../core/runtime/database.ts';
import { knownCarriers } from '../../carriers/index.ts';

interface Said {
  readonly carrierId: string | null;
  readonly carrierSaid: string | null;
  readonly serviceId: string | null;
  readonly serviceSaid: string | null;
}

/** What we call a carrier and its service, else what was said. */
export type NamesOf = (said: Said) => { readonly carrier: string | null; readonly service: string | null };

export async function carrierNamesOf(scope: Scope): Promise<NamesOf> {
  const known = await knownCarriers(scope);
  const carriers = new Map(known.map(({ id, name }) => [id, name]));
  const services = new Map(known.flatMap((one) => one.services.map(({ id, name }) => [id, name])));
  return ({ carrierId, carrierSaid, serviceId, serviceSaid }) => ({
    carrier: carriers.get(carrierId ?? '') ?? carrierSaid,
    service: services.get(serviceId ?? '') ?? serviceSaid,
  });
}
