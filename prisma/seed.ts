import { readCommandLine, refuse } from '../scripts/command-line.ts';
import { onConsole } from '../src/console.ts';
import { asSystem } from '../src/core/runtime/system.ts';
import { tellInbound } from './seed/inbound.ts';
import { seedShop, shopZone } from './seed/shop.ts';

const usage = 'npm run seed [-- --until 2026-03-01 --workspace <name>]';

const { values } = readCommandLine(usage, {
  options: { until: { type: 'string' }, workspace: { type: 'string' } },
});
if (values.until !== undefined && !isDay(values.until)) refuse('--until is a day such as 2026-03-01.', usage);

const shop = { name: 'Harbour & Hill', timeZone: shopZone, currency: 'EUR' };
await onConsole({ workspace: values.workspace ?? null, fresh: shop }, async ({ ctx }) => {
  const today = ctx.now.toLocaleDateString('sv-SE', { timeZone: shopZone });
  const until = values.until ?? today;
  const seeded = await seedShop(
    { ...ctx, database: ctx.engine.database },
    { until, ...(until === today && { morning: ctx.now }) },
  );
  if (seeded && until === today) await tellInbound.call(asSystem(ctx, 'seed'), {});
  console.log(
    seeded
      ? `${ctx.workspace.name}: 320 SKUs in four locations and the year of orders before ${until}.`
      : `${ctx.workspace.name} already has the sample shop: nothing changed.`,
  );
  return 0;
});

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
