import { sharerOf, teamReaderOf } from '../../cases/reader.ts';
import type { Chart } from '../../charts/model.ts';
import { answers } from '../../core/declare/click.ts';
import { takes } from '../../core/declare/form.ts';
import { demandFooting } from '../../core/runtime/places.ts';
import { asSystem } from '../../core/runtime/system.ts';
import { asking, privately } from '../../core/tokens/reply.ts';
import { sharedIn, shareFormView, shareInWords } from '../../ui/share-form.ts';
import { say } from '../messages/index.ts';
import { shareChart } from './actions.ts';
import { shareForm } from './forms.ts';
import { getOwnChart } from './share.ts';
import { sharedChart } from './views.ts';

export const shareClicks = [
  answers(shareChart, async (ctx, { request }) => {
    await getOwnChart.call(ctx, { request });
    return asking(shareForm.open({ request }, shareFormView(shareForm)), shareInWords());
  }),
];

export const shareForms = [
  takes(shareForm, async (ctx, { request }, { channel }) => {
    const { chart, shown, askedAt } = await getOwnChart.call(ctx, { request });
    await demandFooting(ctx.engine.places, channel);
    const drawn = chart as Chart;
    await say.call(asSystem(ctx, 'sharing'), {
      about: `share ${ctx.correlationId}`,
      place: channel,
      asker: sharerOf(ctx) ?? channel,
      message: sharedChart(drawn, shown, { by: sharerOf(ctx), at: askedAt, reader: teamReaderOf(ctx) }),
    });
    return privately(sharedIn(drawn.title, channel));
  }),
];
