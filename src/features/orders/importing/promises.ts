import { simpleImport } from '../../../core/declare/simple-import.ts';
import type { QueryContext } from '../../../core/runtime/context.ts';
import type { Scope } from '../../../core/runtime/database.ts';
import { channelKey, codeKey } from '../../../core/text/code-key.ts';
import { countryCode } from '../../../core/text/country.ts';
import { day } from '../../../core/time/shapes.ts';
import { dayIn } from '../../../core/time/time-zone.ts';
import { type ImportRow, instantOf, integerOf, saysOf, textOf } from '../../../core/tokens/import-row.ts';
import { servicesOf } from '../../carriers/index.ts';
import type { PromiseRule } from '../fold/input-model.ts';
import { importOrdersPermission } from '../permissions.ts';
import { mostDays, type ServiceName } from '../promising/model.ts';
import { isSame } from '../promising/rules.ts';
import { analyzeRules, lockRules, promiseRules, writeRules } from '../promising/store.ts';
import { promiseFields } from './promise-fields.ts';

/** A rule by the codes of what it names. */
interface Told extends Omit<PromiseRule, 'id' | 'serviceId'> {
  /** Null: it is new. */
  readonly id: string | null;
  /** As keys. */
  readonly service: { readonly carrier: string; readonly code: string } | null;
}

const keyFields = ['channel', 'carrier', 'service', 'country', 'valid_from'] as const;

export const importPromises = simpleImport<Told>({
  name: 'promises',
  summary:
    'what customers are promised where the channel says nothing: a row for each kind of order and first day',
  permission: importOrdersPermission,
  after: ['carriers'],
  key: keyFields,
  fields: promiseFields,
  check(row) {
    const fault = (column: string, reason: string) => {
      const value = String(row.values[column] ?? '');
      return { line: row.line, column, value, reason };
    };
    const country = textOf(row, 'country');
    const [carrier, service] = [textOf(row, 'carrier'), textOf(row, 'service')];
    const from = textOf(row, 'valid_from') ?? '';
    const to = dayOf(row, 'valid_to');
    if (country !== null && countryCode(country) !== codeKey(country))
      return fault('country', 'is no code of a country, such as DE');
    if (service !== null && carrier === null) return fault('carrier', 'is missing: say whose service it is');
    if (carrier !== null && service === null)
      return fault('service', 'is missing: a rule is for one service, or for any');
    for (const column of ['handling_days', 'transit_days']) {
      const days = integerOf(row, column) ?? 0;
      if (days < 0) return fault(column, 'is negative');
      if (days > mostDays) return fault(column, `is more than ${mostDays}`);
    }
    if (!day.safeParse(from).success) return fault('valid_from', 'is no day such as 2026-12-24');
    return to !== null && to < from ? fault('valid_to', 'is before valid_from') : null;
  },
  async refers(ctx) {
    const services = await servicesOf(ctx.scope);
    const known = await toldRules(ctx.scope);
    const today = dayIn(ctx.workspace.timeZone, ctx.now);
    return (row) => {
      const before = known.get(keyOf(row));
      const days = (column: string) => integerOf(row, column) ?? 0;
      const isOther =
        before &&
        (days('transit_days') !== before.transitDays ||
          (saysOf(row, 'handling_days') && days('handling_days') !== before.handlingDays));
      if (isOther && before.validFrom < today)
        return {
          line: row.line,
          column: 'valid_from',
          value: before.validFrom,
          reason: 'began before today, and what was promised stays: add a row from a later day instead',
        };
      const named = serviceIn(row);
      if (named === null || services.some((one) => isNamed(one, named))) return null;
      const value = textOf(row, 'service') ?? '';
      return {
        line: row.line,
        column: 'service',
        value,
        reason: 'is no service here: import carriers first',
      };
    };
  },
  read(row, before) {
    const or = <T>(field: string, said: T, kept: T | undefined) =>
      saysOf(row, field) || kept === undefined ? said : kept;
    const channel = textOf(row, 'channel');
    const country = textOf(row, 'country');
    return {
      id: before?.id ?? null,
      channel: channel === null ? null : channelKey(channel),
      service: serviceIn(row),
      country: country === null ? null : codeKey(country),
      handlingDays: or('handling_days', integerOf(row, 'handling_days') ?? 0, before?.handlingDays),
      transitDays: integerOf(row, 'transit_days') ?? 0,
      validFrom: textOf(row, 'valid_from') ?? '',
      validTo: or('valid_to', dayOf(row, 'valid_to'), before?.validTo),
    };
  },
  existing: toldRules,
  same: (a, b) => isSame({ ...a, id: '', serviceId: null }, { ...b, id: '', serviceId: null }),
  tell: ({ id: _, service, ...told }) => ({
    ...told,
    service: service && `${service.carrier} ${service.code}`,
  }),
  async write(ctx, things) {
    await lockRules(ctx.tx);
    await writeRules(
      ctx.tx,
      await storedRules(
        ctx,
        things.map(({ after }) => after),
      ),
    );
    return {};
  },
  analyze: analyzeRules,
});

/** One that somebody has added meanwhile keeps its id. */
async function storedRules(
  { scope, ids, now }: Pick<QueryContext, 'scope' | 'ids' | 'now'>,
  told: readonly Told[],
): Promise<readonly PromiseRule[]> {
  const services = await servicesOf(scope);
  const known = await promiseRules(scope);
  return told.map(({ id, service, ...rule }) => {
    const serviceId = (service && services.find((one) => isNamed(one, service))?.id) ?? null;
    const same = known.find(
      (one) =>
        one.channel === rule.channel &&
        one.serviceId === serviceId &&
        one.country === rule.country &&
        one.validFrom === rule.validFrom,
    );
    return { ...rule, id: id ?? same?.id ?? ids.uuid(now), serviceId };
  });
}

/** All rules by the key of their rows. */
async function toldRules(scope: Scope): Promise<ReadonlyMap<string, Told>> {
  const services = await servicesOf(scope);
  return new Map(
    (await promiseRules(scope)).map((rule) => {
      const told = toldOf(rule, services);
      const { channel, service, country, validFrom } = told;
      const named = [channel, service?.carrier, service?.code, country, validFrom];
      return [named.map((one) => codeKey(one ?? '')).join('\n'), told] as const;
    }),
  );
}

function keyOf(row: ImportRow): string {
  return keyFields.map((field) => codeKey(textOf(row, field) ?? '')).join('\n');
}

function toldOf({ serviceId, ...rule }: PromiseRule, services: readonly ServiceName[]): Told {
  const service = services.find(({ id }) => id === serviceId);
  return { ...rule, service: service ? { carrier: service.carrier.code, code: service.code } : null };
}

function serviceIn(row: ImportRow): Told['service'] {
  const [carrier, code] = [textOf(row, 'carrier'), textOf(row, 'service')];
  return carrier === null || code === null ? null : { carrier: codeKey(carrier), code: codeKey(code) };
}

function isNamed(one: ServiceName, { carrier, code }: NonNullable<Told['service']>): boolean {
  return one.carrier.code === carrier && one.code === code;
}

function dayOf(row: ImportRow, field: string): string | null {
  return instantOf(row, field)?.toISOString().slice(0, 10) ?? null;
}
