import { numberOf } from '../../bench/filling/parcels.ts';
import { codeOf, skuOfRank } from '../../bench/filling/values.ts';

/** The number of SKUs of the large shop. */
export const skus = 50_000;

const code = codeOf(5);

/**
 * What is asked of each command in the large shop: what exists and what does not, and all that makes it read in another
 * way. A verb without a question fails.
 */
export const questions: Readonly<Record<string, readonly string[]>> = {
  '/stock': [
    `/stock ${code}`,
    // The best seller.
    `/stock ${codeOf(skuOfRank(1, skus))}`,
    '/stock 4000000000005',
    '/stock AMZ-10',
    `/stock ${codeOf(5)} ${codeOf(7)} BEN-0999999`,
    // No code, one letter off, without its hyphen, and the beginning of several.
    '/stock BEN-0999999',
    '/stock no-such-thing',
    `/stock ${code.replace('-', '')}`,
    '/stock BEN-00490',
    '/stock mug',
    '/stock stoneware mug blue',
    '/stock stonware mug blue',
    '/stock xyzzy',
  ],
  '/stock find': ['/stock find stonware mug', '/stock find BEN-00100'],
  '/stock watch': [`/stock watch ${code}`, `/stock watch ${codeOf(6)} here`],
  '/stock watches': ['/stock watches'],
  '/stock adjust': [
    `/stock adjust ${code}`,
    `/stock adjust ${code} -1 damaged L1`,
    `/stock adjust ${code} -30 lost L1`,
  ],
  '/kpi': [
    '/kpi',
    '/kpi on time all by country vs last year',
    '/kpi orders 30d',
    '/kpi click to ship 90d by channel',
    '/kpi suppliers on time all by mode',
    // What goes on at a moment, and what lasts.
    '/kpi backlog by stage',
    '/kpi backlog yesterday by location vs last year',
    '/kpi stock out 30d by location',
    '/kpi stock out all',
    // From the facts: by what has too many values, and what no days add up to.
    '/kpi returns 90d by sku',
    '/kpi skus sold 90d',
    '/kpi skus sold all by channel',
    '/kpi feed lag',
    '/kpi feed lag all by source vs the days before',
    '/kpi on time 30d by country vs the days before',
    '/kpi no such thing',
  ],
  '/ops facts': ['/ops facts'],
  '/kpi list': ['/kpi list'],
  '/kpi target': ['/kpi target', '/kpi target on time', '/kpi target on time 97 %', '/kpi target orders'],
  '/kpi rows': [
    '/kpi rows on time yesterday',
    '/kpi rows backlog',
    '/kpi rows stock out 30d',
    '/kpi rows returns 90d',
    '/kpi rows feed lag',
  ],
  '/order': [
    '/order',
    '/order 1042',
    '/order 99999999',
    '/order 1042 1043 no-such-thing',
    '/order 00340434292135100186',
    '/order no-such-thing',
  ],
  '/order backlog': ['/order backlog', '/order backlog L1'],
  '/order stuck': ['/order stuck', '/order stuck L1'],
  '/order late': ['/order late', '/order late L1'],
  '/order held': ['/order held', '/order held L1'],
  '/order hold': ['/order hold'],
  '/order list': ['/order list', '/order list L1'],
  '/order promises': ['/order promises'],
  '/shipment': [
    '/shipment',
    '/shipment 00340434292135100186',
    '/shipment 00340434292135100187',
    '/shipment JJD000-390-007-390-001',
    // On its way, and delivered long ago.
    `/shipment ${numberOf(7)}`,
    `/shipment ${numberOf(20_000)}`,
    '/shipment 1042',
    // A beginning, an end, and several.
    '/shipment 003404',
    '/shipment 135100',
    '/shipment 1042 135100 no-such-thing',
    '/shipment 99999999',
    '/shipment no-such-thing',
  ],
  '/shipment inbound': [
    '/shipment inbound',
    `/shipment inbound ${code}`,
    // Overdue, and long delivered.
    '/shipment inbound PO-4700',
    '/shipment inbound PO-4711',
    '/shipment inbound Supplier 7',
    '/shipment inbound supplier',
    '/shipment inbound faults',
    '/shipment inbound overdue',
    '/shipment inbound no-such-thing',
  ],
  '/shipment late': ['/shipment late', '/shipment late DHL', '/shipment late HAM → DE 10'],
  '/shipment exceptions': ['/shipment exceptions'],
  '/shipment carriers': ['/shipment carriers'],
  '/shipment disruption': ['/shipment disruption'],
  '/issue': ['/issue', '/issue 54100', '/issue 17', '/issue shelf label', '/issue no such thing'],
  '/issue new': ['/issue new', '/issue new critical shipping DHL pickup missed'],
  '/issue mine': ['/issue mine'],
  '/issue find': ['/issue find pallet in aisle 59999', '/issue find palet'],
  '/approval': ['/approval', '/approval 28000', '/approval 12', '/approval cartons'],
  '/approval mine': ['/approval mine'],
  '/approval new': ['/approval new', '/approval new order 200 extra cartons'],
  '/approval policy': ['/approval policy'],
  '/approval delegate': ['/approval delegate', '/approval delegate @Lena until Friday'],
  '/ops': ['/ops 1042', `/ops ${code}`, '/ops Maya', '/ops nothing like it'],
  '/ops location': ['/ops location', '/ops location L1', '/ops location add', '/ops location business'],
  '/ops carriers': ['/ops carriers', '/ops carriers L1', '/ops carriers no-such-carrier'],
  '/ops map': [
    '/ops map',
    '/ops map EasyPost no_such_code delivered',
    '/ops map file 3PL no_such_code delivered',
  ],
  '/ops feeds': ['/ops feeds'],
  '/ops source': ['/ops source', '/ops source add', '/ops source no-such-shop'],
  '/ops people': ['/ops people', '/ops people Maya'],
  '/ops grant': ['/ops grant @Vic lead'],
  '/ops revoke': ['/ops revoke @Vic lead'],
  '/ops department': ['/ops department @Maya shipping, customer service'],
  '/ops same': ['/ops same @Vic @Maya'],
  '/ops channels': ['/ops channels'],
  '/ops heartbeat': ['/ops heartbeat', '/ops heartbeat #ops-daily every weekday 08:30 Europe/Berlin'],
  '/ops jobs': ['/ops jobs'],
  '/ops ask': ['/ops ask how do I watch a product'],
  '/ops help': ['/ops help'],
  '/ops health': ['/ops health'],
  '/ops setup': ['/ops setup'],
};
