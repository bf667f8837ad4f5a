import type { Scope } from '../../../core/runtime/database.ts';
import { listCarriers } from './store.ts';

/** What carriers are called, by their codes. */
export async function carriersCalled(scope: Scope): Promise<ReadonlyMap<string, string>> {
  return new Map((await listCarriers(scope)).map(({ code, name }) => [code, name]));
}

/** What services are called, by their codes; one that two carriers call otherwise is absent. */
export async function servicesCalled(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const services = (await listCarriers(scope)).flatMap((one) => one.services);
  return new Map(
    services
      .filter(({ code, name }) => services.every((other) => other.code !== code || other.name === name))
      .map(({ code, name }) => [code, name]),
  );
}
