import { z } from 'zod';
import { answers } from '../../../src/core/declare/click.ts';
import { defineFeature, type Feature } from '../../../src/core/declare/feature.ts';
import { defineForm, redraws, takes } from '../../../src/core/declare/form.ts';
import { matching, suggests, suggestsFound } from '../../../src/core/declare/suggestion.ts';
import { query } from '../../../src/core/runtime/operation.ts';
import { Refusal } from '../../../src/core/runtime/refusal.ts';
import { defineAction } from '../../../src/core/tokens/action.ts';
import { definePermission } from '../../../src/core/tokens/permission.ts';
import { asking, type FormView, privately } from '../../../src/core/tokens/reply.ts';
import { actions, button, message, section } from '../../../src/ui/blocks.ts';
import { formView } from '../../../src/ui/form.ts';
import {
  dateInput,
  fileInput,
  numberInput,
  pickInput,
  searchInput,
  timeInput,
} from '../../../src/ui/inputs.ts';
import { mrkdwn } from '../../../src/ui/text.ts';

// A feature that the shop does not have: it uses everything that a form can contain.

const shelves = Array.from({ length: 120 }, (_, i) => ({
  value: `${i}`,
  label: `Shelf ${i}, aisle A`,
}));

const packParcels = definePermission({ key: 'parcels.pack', to: 'pack parcels', atLeast: 'operator' });

const parcelForm = defineForm({
  id: 'parcels.form',
  version: 1,
  permission: packParcels,
  carries: z.object({ lines: z.int() }),
  fields: z.object({
    shelf: z.string('Say where.'),
    sku: z.uuid('Say what.'),
    day: z.iso.date('Say on which day.'),
    time: z.string('Say when.').nullable(),
    pieces: z.number().nullable(),
    label: z.array(z.string()),
  }),
});

const addLine = defineAction({ id: 'parcels.add-line', version: 1, value: z.object({ by: z.int() }) });
const jump = defineAction({ id: 'parcels.jump', version: 1, value: z.object({}) });

const listShelves = query({
  name: 'parcels.shelves',
  permission: packParcels,
  input: z.object({ text: z.string() }),
  run: async (_, { text }) => matching(shelves, text),
});

function parcelView(lines: number, timeZone: string, said = ''): FormView {
  return formView(parcelForm, {
    title: 'Pack a parcel',
    submit: 'Pack',
    above: [section(mrkdwn`${lines} lines${said}`)],
    inputs: {
      shelf: pickInput({ label: 'Shelf', choices: shelves }),
      sku: searchInput({ label: 'Product', minLength: 2 }),
      day: dateInput({ label: 'Day', initial: '2026-03-02' }),
      time: timeInput({ label: 'Time', timeZone, initial: '09:30' }),
      pieces: numberInput({ label: 'Pieces', initial: lines }),
      label: fileInput({ label: 'Label', endings: ['txt'] }),
    },
    below: [
      actions(
        button(addLine, { by: 1 }, 'Add a line'),
        button(addLine, { by: 200 }, 'Add 200', { key: 'many' }),
        button(jump, {}, 'Jump'),
      ),
    ],
  });
}

const said = (text: string) => privately(message(mrkdwn`${text}`, [section(mrkdwn`${text}`)]));

export const parcels: Feature = defineFeature({
  name: 'parcels',
  title: 'Parcels',
  permissions: [packParcels],
  operations: [listShelves],
  verbs: [
    {
      command: 'ops',
      name: 'parcel',
      usage: '',
      summary: 'pack a parcel',
      examples: ['/ops parcel'],
      permission: packParcels,
      takes: 'nothing',
      answer: async (ctx) =>
        asking(
          parcelForm.open({ lines: 1 }, parcelView(1, ctx.actor.timeZone)),
          said('No form here').message,
        ),
    },
  ],
  clicks: [
    redraws(parcelForm, addLine, async (ctx, { by }, { carried, entered }) => {
      const lines = carried.lines + by;
      if (lines > 100) throw new Refusal('invalid', 'A parcel has at most 100 lines.');
      const view = parcelView(lines, ctx.actor.timeZone, `, ${Object.keys(entered).toSorted().join(' ')}`);
      return parcelForm.open({ lines }, view);
    }),
    answers(jump, async () => said('You jumped')),
  ],
  forms: [
    takes(parcelForm, async (ctx, { lines }, { label, ...values }) => {
      const files = await Promise.all(label.map(async (id) => await ctx.engine.files.read(id, 100)));
      const texts = files.map(({ bytes }) => Buffer.from(bytes).toString());
      return said(JSON.stringify({ lines, ...values, texts }));
    }),
  ],
  suggestions: [
    suggests(parcelForm, 'shelf', async (ctx, text) => {
      if (text === 'break') throw new Error('a shelf broke');
      return await listShelves.call(ctx, { text });
    }),
    suggestsFound(parcelForm, 'sku', 'SKU'),
  ],
});
