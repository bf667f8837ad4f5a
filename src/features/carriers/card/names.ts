interface Taker {
  readonly carrier: { readonly name: string };
  /** Null: every service. */
  readonly service: { readonly name: string } | null;
}

/** "DHL at Hamburg", "DHL (Express) at Hamburg". */
export function titleOf({ location, ...taker }: Taker & { readonly location: { readonly name: string } }) {
  return `${takerOf(taker)} at ${location.name}`;
}

export function takerOf({ carrier, service }: Taker): string {
  return service ? `${carrier.name} (${service.name})` : carrier.name;
}
