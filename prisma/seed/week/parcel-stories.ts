import { atHome, type Estimate, type Scan, sorted } from '../scans/saying.ts';
import type { Dock } from './dock.ts';
import { deliveryDay } from './moments.ts';
import { numbers } from './numbers.ts';
import type { Sale } from './saying.ts';
import { saleOf, some } from './stories.ts';

/** A parcel with a story: its order, with which truck it left, and what was said of it since. */
export interface Story {
  readonly sale: Sale;
  readonly truck: number;
  readonly scans: readonly Scan[];
  readonly estimates: readonly Estimate[];
}

/** The fourth truck back is at least three days ago, the fifth four, at any hour of any day of the week. */
export function parcelStories(dock: Dock): readonly Story[] {
  const [ham, rot, nyc] = [dock.place('HAM'), dock.place('ROT'), dock.place('NYC')];
  const day = (hours: number) => deliveryDay(ham.timeZone, ham.ahead(hours), hours < 0 ? -1 : 1);
  const sale = (
    number: string,
    truck: number,
    days: { readonly promised: number },
    wish: Partial<Sale> & Pick<Sale, 'lines'>,
  ) => {
    const { place = ham } = wish;
    return saleOf(dock, {
      number,
      placed: place.beforeTruck(truck, 22 * 60),
      shipBy: place.beforeTruck(truck, -90),
      promised: day(days.promised * 24),
      ...wish,
    });
  };
  return [
    {
      sale: sale(
        numbers.lateByCarrier,
        4,
        { promised: -2 },
        { country: 'FR', lines: [some(dock, 'LAMP-02', 2)] },
      ),
      truck: 4,
      scans: [
        sorted('FR', ham.ago(60)),
        {
          ...sorted('FR', ham.ago(31)),
          status: 'delayed',
          reason: 'carrier_missorted',
          text: 'Sent to the wrong depot',
        },
        sorted('FR', ham.ago(7)),
      ],
      estimates: [
        { on: day(-48), at: ham.ago(66) },
        { on: day(24), at: ham.ago(30) },
      ],
    },
    {
      sale: sale(
        numbers.lateByWeather,
        4,
        { promised: -1 },
        { place: rot, country: 'DK', lines: [some(dock, 'BOWL-01', 2)] },
      ),
      truck: 4,
      scans: [
        sorted('DK', ham.ago(50)),
        {
          ...sorted('DK', ham.ago(28)),
          status: 'delayed',
          reason: 'weather_delay',
          text: 'The bridge is closed by a storm',
        },
      ],
      estimates: [{ on: day(24), at: ham.ago(27) }],
    },
    {
      sale: sale(
        numbers.lateByNobody,
        4,
        { promised: -1 },
        { lines: [some(dock, 'CUSH-02'), some(dock, 'SOAP-01', 3)] },
      ),
      truck: 4,
      scans: [sorted('DE', ham.ago(62)), sorted('DE', ham.ago(21))],
      estimates: [],
    },
    {
      sale: sale(numbers.willBeLate, 4, { promised: 1 }, { country: 'AT', lines: [some(dock, 'CLOCK-01')] }),
      truck: 4,
      scans: [sorted('AT', ham.ago(17))],
      estimates: [
        { on: day(24), at: ham.ago(64) },
        { on: day(72), at: ham.ago(16) },
      ],
    },
    {
      sale: sale(
        numbers.nobodyThere,
        4,
        { promised: 1 },
        { place: rot, country: 'NL', lines: [some(dock, 'BASKET-01')] },
      ),
      truck: 4,
      scans: [
        sorted('NL', ham.ago(40)),
        atHome('NL', { at: ham.ago(22), status: 'out_for_delivery', text: 'On the van' }),
        atHome('NL', {
          at: ham.ago(18),
          status: 'delivery_failed',
          reason: 'consignee_absent',
          text: 'Nobody was there',
        }),
      ],
      estimates: [{ on: day(24), at: ham.ago(17.5) }],
    },
    {
      sale: sale(numbers.toCollect, 5, { promised: 1 }, { lines: [some(dock, 'TPOT-02')] }),
      truck: 5,
      scans: [
        sorted('DE', ham.ago(89)),
        atHome('DE', {
          at: ham.ago(79),
          status: 'ready_for_pickup',
          text: 'Ready to collect at the parcel shop',
        }),
      ],
      estimates: [],
    },
    {
      sale: sale(
        numbers.turnedBack,
        4,
        { promised: -1 },
        {
          place: nyc,
          channel: 'store',
          country: 'US',
          header: { shipRegion: 'NY' },
          lines: [some(dock, 'CUSH-01', 2)],
        },
      ),
      truck: 4,
      scans: [
        sorted('US', ham.ago(50)),
        atHome('US', {
          at: ham.ago(26),
          status: 'return_to_sender',
          reason: 'consignee_address',
          text: 'The address does not exist',
        }),
      ],
      estimates: [],
    },
    {
      sale: sale(numbers.silent, 5, { promised: 1 }, { lines: [some(dock, 'FRAME-02', 2)] }),
      truck: 5,
      scans: [sorted('DE', ham.ago(86))],
      estimates: [{ on: day(24), at: ham.ago(85) }],
    },
    {
      sale: sale(
        numbers.unknownCode,
        4,
        { promised: 1 },
        { place: rot, country: 'NL', lines: [some(dock, 'CARD-01', 4)] },
      ),
      truck: 4,
      scans: [
        sorted('NL', ham.ago(30)),
        atHome('NL', { at: ham.ago(6), status: 'unknown', code: 'J41', text: 'J41' }),
      ],
      estimates: [],
    },
  ];
}
