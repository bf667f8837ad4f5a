import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import type { Verb } from '../../../core/declare/command.ts';
import { takes } from '../../../core/declare/form.ts';
import { holds } from '../../../core/runtime/actor.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { asking, type Message, privately, replacing, showing } from '../../../core/tokens/reply.ts';
import { freshnessOf } from '../../feeds/index.ts';
import { noForm } from '../acting/form-views.ts';
import { showDisrupted } from '../disrupted/actions.ts';
import { showDisruptions } from '../parcels/actions.ts';
import { listPage } from '../parcels/list.ts';
import { parcelList } from '../parcels/list-views.ts';
import { everything } from '../parcels/model.ts';
import { declareDisruptions, raiseManyPermission, readShipments } from '../permissions.ts';
import { demandWordless } from '../wordless.ts';
import { endIt, openDeclare } from './actions.ts';
import { declareDisruption } from './declare.ts';
import { endDisruption } from './end-disruption.ts';
import { declareFormView } from './form-views.ts';
import { declareForm } from './forms.ts';
import { getDisruption, listDisruptions } from './list.ts';
import { disruptionCode } from './rules.ts';
import { declared, disruptionsMessage, ended } from './views.ts';

async function all(ctx: Context): Promise<Message> {
  const scope = ctx.engine.database.scope(ctx.workspace.id);
  const heard = await freshnessOf(scope, 'shipments');
  const may = holds(ctx.actor, declareDisruptions);
  const declarers = may ? null : await ctx.engine.whoMay(scope, declareDisruptions);
  return disruptionsMessage(await listDisruptions.call(ctx, {}), heard, readerOf(ctx), declarers);
}

export const disruptionVerb: Verb = {
  command: 'shipment',
  name: 'disruption',
  usage: '',
  summary: 'strikes and storms over lanes: declare one, see its parcels, end it',
  examples: ['/shipment disruption'],
  permission: readShipments,
  takes: 'words or nothing',
  async answer(ctx, words) {
    demandWordless(words, 'disruption', 'shows all strikes and storms');
    return privately(await all(ctx));
  },
};

export const laneClicks = [
  answers(showDisruptions, async (ctx) => showing(await all(ctx))),
  answers(openDeclare, async () => asking(declareForm.open({}, declareFormView()), noForm())),
  answers(showDisrupted, async (ctx, { id }) => {
    const found = await getDisruption.call(ctx, { id });
    if (!found)
      throw new Refusal('not-found', 'That disruption is no longer here.', {
        next: '`/shipment disruption` lists them.',
      });
    const of = disruptionCode(id);
    const page = await listPage.call(ctx, { ...everything, show: 'in trouble', of, after: null });
    return replacing(parcelList(page, readerOf(ctx), holds(ctx.actor, raiseManyPermission)));
  }),
  answers(endIt, async (ctx, { id }) => privately(ended(await endDisruption.call(ctx, { id })))),
];

export const laneForms = [
  takes(declareForm, async (ctx, _, sent) =>
    privately(declared(await declareDisruption.call(ctx, sent), readerOf(ctx))),
  ),
];
