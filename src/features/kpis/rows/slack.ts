import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { finders, linkKindOf } from '../../../core/declare/finder.ts';
import { demandPermission } from '../../../core/runtime/operation.ts';
import { Refusal } from '../../../core/runtime/refusal.ts';
import { privately, showing } from '../../../core/tokens/reply.ts';
import { fileAsked } from '../../../ui/paged-list.ts';
import { askForExport } from '../../exports/index.ts';
import { listRows, openRow, rowsAsFile } from '../card/actions.ts';
import { demandLine } from '../card/line-slack.ts';
import { rowsExport } from './list.ts';
import { showRows } from './show.ts';
import { rowsMessage } from './views.ts';

export const rowClicks = [
  answers(rowsAsFile, async (ctx, { kpi, from, to, cut = null }) =>
    privately(fileAsked(await askForExport.call(ctx, rowsExport.of({ kpi, from, to, cut })))),
  ),
  answers(listRows, async (ctx, { f, skip }) => {
    const asked = demandLine(f);
    const { kpi, from, to, cut } = asked;
    const shown = await showRows.call(ctx, { kpi, from, to, cut, skip });
    if (!shown) throw new Refusal('not-found', 'There are no rows: nothing was told of it.');
    return showing(rowsMessage(asked, shown, readerOf(ctx)));
  }),
  answers(openRow, async (ctx, { what, ref }) => {
    const finder = ctx.engine.contributions.of(finders).find((one) => linkKindOf(one) === what);
    if (finder) await demandPermission(ctx, finder.permission);
    const card = await finder?.show(ctx, ref);
    if (!card) throw new Refusal('not-found', `That ${what} is not there any more.`);
    return privately(card);
  }),
];
