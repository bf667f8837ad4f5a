import type { Scope } from '../../../core/runtime/database.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { trackingPage } from './model.ts';
import { listCarriers } from './store.ts';

/** Which of ours a carrier or a service is, as others write its code or name. Null: nobody knows. */
export interface CarrierNames {
  carrierOf(said: string): string | null;
  /** `carrierId`: null where nobody says whose service it is; then it must be the only one of that name. */
  serviceOf(said: string, carrierId: string | null): string | null;
}

export async function carrierNames(scope: Scope): Promise<CarrierNames> {
  const carriers = await listCarriers(scope);
  const isCalled = (said: string) => {
    const key = codeKey(said);
    return ({ code, name }: { readonly code: string; readonly name: string }) =>
      code === key || codeKey(name) === key;
  };
  return {
    carrierOf: (said) => carriers.find(isCalled(said))?.id ?? null,
    serviceOf(said, carrierId) {
      const among = carriers.filter(({ id }) => carrierId === null || id === carrierId);
      const found = among.flatMap(({ services }) => services.filter(isCalled(said)));
      return found.length === 1 ? (found[0]?.id ?? null) : null;
    },
  };
}

/** What we call the carrier; null: it is no longer here. */
export async function carrierNamed(scope: Scope, id: string): Promise<string | null> {
  return (await listCarriers(scope)).find((one) => one.id === id)?.name ?? null;
}

/** The carrier's page of a parcel; null: nobody has said where it is. */
export async function trackingPageOf(scope: Scope, id: string, tracking: string): Promise<string | null> {
  const url = (await listCarriers(scope)).find((one) => one.id === id)?.trackingUrl ?? null;
  return url === null ? null : trackingPage(url, tracking);
}

/** A service and whose it is. */
export interface KnownService {
  readonly id: string;
  /** As keys. */
  readonly code: string;
  readonly name: string;
  readonly carrier: { readonly code: string; readonly name: string };
}

/** All services, by their carriers' codes and their own. */
export async function servicesOf(scope: Scope): Promise<readonly KnownService[]> {
  return (await listCarriers(scope)).flatMap(({ code, name, services }) =>
    services.map((one) => ({ ...one, carrier: { code, name } })),
  );
}
