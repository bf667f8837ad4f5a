import type { Blocking } from './blocking.ts';
import { atLeast, atMost, type Ratio, single, throughputRatio, timeRatio } from './report.ts';
import { concurrencies, type Measure } from './rounds.ts';
import { averageName, bestSellerName, remarkingName, type ShopMeasured } from './shop.ts';
import { bareName, botName, plainName, silentName, touchedName } from './suites.ts';
import { within } from './timings.ts';

/** The whole bot compared with bare Bolt and with the plain handler. */
export function lookupRatios(measures: readonly Measure[], skus: number): readonly Ratio[] {
  return concurrencies.flatMap((connections) => {
    const bot = find(measures, botName(skus), connections);
    const bare = find(measures, bareName, connections);
    const plain = find(measures, plainName(skus), connections);
    return [
      throughputRatio(`${bot.name} : ${bareName}`, bot, bare, connections === 32 ? atLeast(0.3) : null),
      throughputRatio(`${bot.name} : plain handler`, bot, plain),
    ];
  });
}

/** How much longer the bot takes in the larger catalogue. */
export function sizeRatios(measures: readonly Measure[], small: number, large: number): readonly Ratio[] {
  return concurrencies.map((connections) =>
    timeRatio(
      `time, ${botName(large)} : ${botName(small)}`,
      find(measures, botName(large), connections),
      find(measures, botName(small), connections),
      atMost(1.2),
    ),
  );
}

/** How much longer a look-up takes with the lines of other features than without. */
export function mentionRatios(measures: readonly Measure[], skus: number): readonly Ratio[] {
  const [bot, silent] = [botName(skus), silentName(skus)];
  return concurrencies.map((connections) =>
    timeRatio(
      `time, ${bot} : without mentions`,
      find(measures, bot, connections),
      find(measures, silent, connections),
      atMost(1.06),
    ),
  );
}

/** The same where every SKU asked for has a line of each feature: no goal, since hardly any has. */
export function touchedRatios(measures: readonly Measure[], skus: number): readonly Ratio[] {
  const [bot, silent] = [touchedName(botName(skus)), touchedName(silentName(skus))];
  return concurrencies.map((connections) =>
    timeRatio(
      `time, ${bot} : without mentions`,
      find(measures, bot, connections),
      find(measures, silent, connections),
    ),
  );
}

/** The goals of two large shops: what a look-up costs, whatever is asked and however large the shop. */
export function shopRatios({ measures }: ShopMeasured, small: number, large: number): readonly Ratio[] {
  return concurrencies.flatMap((connections) => {
    const of = (name: string) => find(measures, name, connections);
    const [bare, few, many] = [of(bareName), of(botName(small)), of(botName(large))];
    const time = (one: Measure, other: Measure, most: number) =>
      timeRatio(`time, ${one.name} : ${other.name}`, one, other, atMost(most));
    const least = connections === 1 ? [0.15, 0.15] : [0.35, 0.28];
    return [
      throughputRatio(`${few.name} : ${bareName}`, few, bare, atLeast(least[0] ?? 0)),
      throughputRatio(`${many.name} : ${bareName}`, many, bare, atLeast(least[1] ?? 0)),
      time(many, few, 1.2),
      time(of(touchedName(botName(large))), few, 1.2),
      time(of(bestSellerName(large)), of(averageName(large)), 1.2),
      time(of(remarkingName(small)), few, 1.03),
    ];
  });
}

/** How long searches may take, however large the shop. */
export function searchRatios({ timings }: ShopMeasured): readonly Ratio[] {
  const goals = {
    'a missing code': 20,
    'a misspelt title': 50,
    'a common word of a title': 50,
    'the beginning of a code': 50,
  };
  return [...timings].flatMap(([skus, all]) =>
    Object.entries(goals).flatMap(([name, most]) =>
      all
        .filter((timing) => timing.name === name)
        .map((timing) =>
          single(
            `ms, ${name}, ${skus.toLocaleString('en-GB')} SKUs: p95`,
            within(timing, 0.95),
            atMost(most),
          ),
        ),
    ),
  );
}

export function blockingRatio({ busy, longest }: Blocking): Ratio {
  return single(
    `ms that the bot's event loop was held up, of ${busy.toFixed(1)} s busy`,
    longest,
    atMost(100),
  );
}

function find(measures: readonly Measure[], name: string, connections: number): Measure {
  const found = measures.find((measure) => measure.name === name && measure.connections === connections);
  if (!found) throw new Error(`Nobody measured ${name} at ${connections}.`);
  return found;
}
