export const disruptionKinds = ['strike', 'weather', 'customs', 'other'] as const;
export type DisruptionKind = (typeof disruptionKinds)[number];

export interface DisruptionNamed {
  readonly kind: DisruptionKind;
  readonly carrierName: string | null;
  readonly origin: string | null;
  readonly destination: string | null;
}

/** A disruption as the card of a parcel names it. */
export interface DisruptionOver extends DisruptionNamed {
  readonly id: string;
  readonly fromAt: Date;
  readonly endedAt: Date | null;
  /** It came into trouble inside it; before it began; it is late, and no scan says since when; or it is only on its lanes. */
  readonly stands: 'inside' | 'before' | 'late' | 'beside';
}

export const disruptionWords: Readonly<Record<DisruptionKind, string>> = {
  strike: 'Strike',
  weather: 'Storm or flood',
  customs: 'Customs backlog',
  other: 'Disruption',
};

/** "Strike at DHL, HAM → FR". */
export function disruptionName({ kind, carrierName, origin, destination }: DisruptionNamed): string {
  const where =
    origin === null && destination === null
      ? 'all lanes'
      : `${origin ?? 'anywhere'} → ${destination ?? 'anywhere'}`;
  return `${disruptionWords[kind]}${carrierName === null ? '' : ` at ${carrierName}`}, ${where}`;
}
