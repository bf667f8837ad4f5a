import { mutation } from '../../../core/runtime/operation.ts';
import { atInput } from '../../../core/runtime/refusal.ts';
import { codeKey } from '../../../core/text/code-key.ts';
import { changeCarriers } from '../permissions.ts';
import { carrierDraft, mostServices, readServices } from './draft-model.ts';
import { type Carrier, codeFault, mostName, trackingUrlFault } from './model.ts';
import { listCarriers, lockCarriers, writeCarriers, writeServices } from './store.ts';

/** Adds a carrier with services. One that is there takes the name that is said and keeps the services not named. */
export const saveCarrier = mutation({
  name: 'carriers.save',
  permission: changeCarriers,
  input: carrierDraft,
  first: lockCarriers,
  async run({ tx, ids, now }, { code: given, name, trackingUrl, services: lines }) {
    const code = codeKey(given);
    const fault = codeFault(code);
    if (fault) throw atInput('code', `It ${fault}.`);
    const wrongUrl = trackingUrl ? trackingUrlFault(trackingUrl) : null;
    if (wrongUrl) throw atInput('trackingUrl', `It ${wrongUrl}.`);
    const services = readServices(lines ?? '').map((one) => ({ ...one, code: codeKey(one.code) }));
    if (services.length > mostServices) throw atInput('services', `At most ${mostServices} at once.`);
    for (const one of services) {
      const wrongCode = codeFault(one.code);
      if (wrongCode) throw atInput('services', `${one.code} ${wrongCode}.`);
      if (one.name.length > mostName)
        throw atInput('services', `${one.code}: at most ${mostName} characters.`);
    }
    const before = await known(tx, code);
    await writeCarriers(tx, [{ id: ids.uuid(now), code, name, trackingUrl }]);
    // The last line of a code counts.
    const named = new Map(services.map((one) => [one.code, one]));
    await writeServices(
      tx,
      [...named.values()].map((one) => ({ ...one, carrier: code, id: ids.uuid(now) })),
    );
    const after = await known(tx, code);
    if (!after) throw new Error(`The carrier ${code} was written and is not there.`);
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    return {
      result: after,
      changes: isSame ? [] : [{ subject: { kind: 'carriers', id: code }, before, after }],
    };
  },
});

async function known(tx: Parameters<typeof listCarriers>[0], code: string) {
  const found = (await listCarriers(tx)).find((one) => one.code === code);
  return found ? told(found) : null;
}

function told({ code, name, trackingUrl, services }: Carrier) {
  return { code, name, trackingUrl, services: services.map((one) => ({ code: one.code, name: one.name })) };
}
