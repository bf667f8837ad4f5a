import type { Samples } from '../../../core/declare/sample.ts';
import { everything } from './model.ts';
import {
  bare,
  done,
  faulty,
  hostile,
  hostilePage,
  id,
  none,
  overdue,
  page,
  reading,
  row,
  standing,
  today,
} from './sample-rows.ts';
import { inboundList, meantMessage } from './views.ts';

export const inboundSamples: Samples = {
  'what is on its way, one overdue': () => inboundList(page, reading, true),
  'what is on its way, for somebody who may only look': () => inboundList(page, reading, false),
  'all of it overdue, and short': () =>
    inboundList(
      { ...page, rows: [{ ...overdue, standing: { ...standing, comingOn: null, available: 0 } }], total: 1 },
      reading,
      true,
    ),
  'nothing is overdue': () =>
    inboundList(
      {
        ...page,
        rows: [row],
        total: 1,
        totals: { open: 1, overdue: 0, nextOn: '2026-12-03' },
        mostWaited: null,
      },
      reading,
      true,
    ),
  'the next comes today': () =>
    inboundList(
      { ...page, rows: [row], total: 1, totals: { open: 1, overdue: 0, nextOn: today } },
      reading,
      true,
    ),
  'lines of which little is known': () => inboundList({ ...page, rows: [bare] }, reading, true),
  'nothing is on its way': () => inboundList(none, reading, true),
  'no line is overdue, others are on the way': () =>
    inboundList(
      {
        ...none,
        filter: { ...everything, show: 'overdue', after: null },
        totals: { open: 3, overdue: 0, nextOn: null },
      },
      reading,
      true,
    ),
  'lines with data faults': () =>
    inboundList(
      { ...page, filter: { ...everything, show: 'faults', after: null }, rows: [faulty], total: 1 },
      reading,
      true,
    ),
  'no data faults': () =>
    inboundList({ ...none, filter: { ...everything, show: 'faults', after: null } }, reading, true),
  'a purchase order': () =>
    inboundList(
      {
        ...page,
        filter: { show: 'all', by: 'order', of: id(1), after: null },
        rows: [overdue, { ...row, received: 10 }, done, { ...done, id: id(6), cancelled: true }],
        total: 4,
        named: 'PO 4711',
        supplier: 'Acme',
      },
      reading,
      true,
    ),
  'a purchase order of which all has come': () =>
    inboundList(
      {
        ...none,
        filter: { show: 'all', by: 'order', of: id(1), after: null },
        rows: [done],
        total: 1,
        named: 'PO 4711',
        supplier: 'Acme',
      },
      reading,
      true,
    ),
  'of a supplier': () =>
    inboundList(
      {
        ...page,
        filter: { show: 'open', by: 'supplier', of: id(1), after: null },
        named: 'Acme',
        supplier: 'Acme',
      },
      reading,
      true,
    ),
  'of a SKU': () =>
    inboundList(
      { ...page, filter: { show: 'open', by: 'sku', of: id(90), after: null }, named: 'MUG-01' },
      reading,
      true,
    ),
  'hostile lines': () => inboundList(hostilePage, reading, true),
  'hostile lines, for somebody who may only look': () => inboundList(hostilePage, reading, false),
  'several suppliers': () =>
    meantMessage(
      {
        asked: 'ac',
        suppliers: [
          { line: id(1), supplier: 'Acme', open: 2 },
          { line: id(2), supplier: 'Accor', open: 0 },
        ],
        more: true,
        heard: page.heard,
      },
      reading,
    ),
  'hostile suppliers': () =>
    meantMessage(
      {
        asked: hostile,
        suppliers: Array.from({ length: 5 }, (_, n) => ({ line: id(n), supplier: hostile, open: 1 })),
        more: false,
        heard: hostilePage.heard,
      },
      reading,
    ),
  'no such supplier': () => meantMessage({ asked: hostile, suppliers: [], more: false, heard: [] }, reading),
};
