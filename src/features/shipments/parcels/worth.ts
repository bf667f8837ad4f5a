import type { Amounts, KeptWorth } from './model.ts';

/** What the orders in a parcel are worth, by currency. */
export function worthOf({ currency, valueMinor, ordersWorth }: KeptWorth): Amounts {
  return amountsOf(
    ordersWorth?.map((one) => ({ currency: one.currency, minor: BigInt(one.minor) })) ?? [
      { currency, minor: valueMinor },
    ],
  );
}

/** What these are worth together, by currency. */
export function amountsOf(
  some: readonly { readonly currency: string | null; readonly minor: bigint }[],
): Amounts {
  const amounts = new Map<string, bigint>();
  for (const { currency, minor } of some)
    if (currency !== null) amounts.set(currency, (amounts.get(currency) ?? 0n) + minor);
  return amounts;
}
