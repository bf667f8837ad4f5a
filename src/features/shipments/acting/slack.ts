import { readerOf } from '../../../cases/reader.ts';
import { answers } from '../../../core/declare/click.ts';
import { takes } from '../../../core/declare/form.ts';
import type { Context } from '../../../core/runtime/context.ts';
import { asking, privately, showing } from '../../../core/tokens/reply.ts';
import { askService, confirmEnd, openLift, openUpdate, showCustomerText } from '../card/actions.ts';
import { demandShipment, getShipment } from '../shipment/look-up.ts';
import { confirmEnding } from './confirm.ts';
import { liftFormView, noForm, updateFormView } from './form-views.ts';
import { liftForm, updateForm } from './forms.ts';
import { liftEnd } from './lift.ts';
import { tellService } from './tell-service.ts';
import { draftUpdate, updateShipment } from './update.ts';
import { confirmed, customerMessage, lifted, serviceAsked, updated } from './views.ts';

async function shipmentOf(ctx: Context, id: string) {
  return demandShipment(await getShipment.call(ctx, { id }));
}

export const actClicks = [
  answers(openUpdate, async (ctx, { id }) => {
    const view = updateFormView(await draftUpdate.call(ctx, { id }), readerOf(ctx));
    return asking(updateForm.open({ id }, view), noForm());
  }),
  answers(openLift, async (ctx, { id }) => {
    const view = liftFormView(await shipmentOf(ctx, id), readerOf(ctx));
    return asking(liftForm.open({ id }, view), noForm());
  }),
  answers(confirmEnd, async (ctx, { id, events }) => {
    await confirmEnding.call(ctx, { id, events });
    return privately(confirmed(await shipmentOf(ctx, id), readerOf(ctx)));
  }),
  answers(showCustomerText, async (ctx, { id }) =>
    showing(customerMessage(await shipmentOf(ctx, id), readerOf(ctx))),
  ),
  answers(askService, async (ctx, { id }) => {
    const asked = await tellService.call(ctx, { id });
    return privately(serviceAsked(asked, await shipmentOf(ctx, id), readerOf(ctx)));
  }),
];

export const actForms = [
  takes(updateForm, async (ctx, { id }, sent) => {
    const done = await updateShipment.call(ctx, { id, ...sent });
    return privately(updated(await shipmentOf(ctx, id), done, readerOf(ctx)));
  }),
  takes(liftForm, async (ctx, { id }, { why }) => {
    await liftEnd.call(ctx, { id, why });
    return privately(lifted(await shipmentOf(ctx, id), readerOf(ctx)));
  }),
];
