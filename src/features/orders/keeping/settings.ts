import type { QueryContext } from '../../../core/runtime/context.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { officeHours } from '../../../core/time/calendar.ts';
import { carrierNames, cutOffs } from '../../carriers/index.ts';
import { calendarOf, calendarsOf, locations } from '../../locations/index.ts';
import type { Known, Shop } from '../fold/input-model.ts';
import { promiseRules } from '../promising/store.ts';
import type { Ref } from '../telling/said.ts';
import type { Refs } from './refs-store.ts';

/** Whose ids are ours: so we name what we know by its id. */
const ours = 'ours';

/** How a statement names something of ours. */
export function ourRef(kind: Ref['kind'], id: string): Ref {
  return { source: ours, kind, externalId: id };
}

export function isOurs({ source }: Ref): boolean {
  return source === ours;
}

/** What the shop has set, read once for many orders. */
export interface Settings {
  readonly shop: Shop;
  readonly carriers: Pick<Known, 'carrierOf' | 'serviceOf'>;
}

export async function settingsOf(ctx: Pick<QueryContext, 'scope' | 'workspace'>): Promise<Settings> {
  const { scope, workspace } = ctx;
  const places = await locations(scope);
  const byCode = await calendarsOf(
    ctx,
    places.map(({ code }) => codeKey(code)),
  );
  const ofBusiness = await calendarOf(ctx, null);
  const calendars = new Map(places.map(({ id, code }) => [id, byCode.get(codeKey(code))] as const));
  const trucks = await cutOffs(scope, (id) => calendars.get(id) ?? officeHours(workspace.timeZone));
  return {
    shop: {
      businessZone: workspace.timeZone,
      currency: workspace.currency,
      promiseRules: await promiseRules(scope),
      calendarOf: (id) => (id === null ? ofBusiness : (calendars.get(id) ?? ofBusiness)),
      nextCutOff: (locationId, serviceId, at) => trucks.next(locationId, serviceId, at),
    },
    carriers: await carrierNames(scope),
  };
}

/** `skuOf`: of the order's channel. */
export function knownBy({ carriers }: Settings, refs: Refs, skuOf: (code: string) => string | null): Known {
  return {
    ...carriers,
    skuOf,
    idOf: (ref) => (isOurs(ref) ? ref.externalId : (refs.idOf(ref) ?? null)),
  };
}
