// The part of npm run demo that knows the bot: it fills the workspace with the sample shop and its morning, and tells the
// page who has which role. Takes the page's address. Begins at the first message of its parent: until then it loads.
import { once } from 'node:events';
import { tellInbound } from '../prisma/seed/inbound.ts';
import { layOutMorning } from '../prisma/seed/morning.ts';
import { seedShop, shopZone } from '../prisma/seed/shop.ts';
import { SandboxClient } from '../sandbox/client.ts';
import { onConsole } from '../src/console.ts';
import { asSystem } from '../src/core/runtime/system.ts';
import { dayIn } from '../src/core/time/time-zone.ts';
import { roles } from '../src/core/tokens/permission.ts';
import { colleagues } from '../src/features/people/index.ts';

const [page = ''] = process.argv.slice(2);
const fresh = { name: 'Harbour & Hill', timeZone: shopZone, currency: 'EUR' };

if (process.connected) await once(process, 'message');
await onConsole({ workspace: null, fresh }, async ({ ctx }) => {
  const { database } = ctx.engine;
  const plan = { until: dayIn(shopZone, ctx.now), morning: ctx.now };
  if (await seedShop({ ...ctx, database }, plan)) await tellInbound.call(asSystem(ctx, 'demo'), {});
  await layOutMorning.call(asSystem(ctx, 'demo'), {});
  const people = await colleagues(database.scope(ctx.workspace.id));
  await new SandboxClient(page).titles(
    Object.fromEntries(
      people.map((person) => [
        person.slackUserId,
        titleOf(roles.findLast((role) => person.roles.includes(role))),
      ]),
    ),
  );
  return 0;
});
if (process.connected) process.disconnect();

function titleOf(role = ''): string {
  return `${role.slice(0, 1).toUpperCase()}${role.slice(1)}`;
}
