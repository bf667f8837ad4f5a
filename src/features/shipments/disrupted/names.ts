export const disruptionKinds = ['strike', 'weather', 'customs', 'other'] as const;
export type DisruptionKind = (typeof disruptionKinds)[number];

interface DisruptionNamed {
  readonly kind: DisruptionKind;
  readonly carrierName: string | null;
  readonly origin: string | null;
  readonly destination: string | null;
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
