import type { z } from 'zod';
import type { OrderStatement } from '../../orders/index.ts';
import type { ShipmentStatement } from '../../shipments/index.ts';
import type { ToldProduct } from '../../stock/index.ts';

/** What a delivery means, in our words. */
export type Meaning =
  | { readonly is: 'products'; readonly products: readonly SaidProduct[] }
  | { readonly is: 'levels'; readonly levels: readonly SaidLevel[] }
  | { readonly is: 'orders'; readonly statements: readonly OrderStatement[] }
  | { readonly is: 'shipments'; readonly statements: readonly ShipmentStatement[] }
  /** Nothing for us: why. */
  | { readonly is: 'ignored'; readonly why: string }
  /** What is wrong with it. */
  | { readonly is: 'failed'; readonly why: string };

export interface SaidProduct {
  /** What the source calls it. */
  readonly refs: readonly SkuRef[];
  readonly product: Omit<ToldProduct, 'id'>;
}

export interface SkuRef {
  readonly kind: 'sku' | 'inventory_item';
  readonly externalId: string;
}

/** How much of something is free to sell at a place. Both are told by the source's id, or by our own code. */
export interface SaidLevel {
  readonly item: SkuRef | { readonly kind: 'code'; readonly code: string };
  /** Of a location, by the source's id, or where `byCode` says so by our code. */
  readonly place: string;
  readonly byCode: boolean;
  readonly available: number;
  readonly asOf: Date;
}

export const ignored = (why: string): Meaning => ({ is: 'ignored', why });
export const failed = (why: string): Meaning => ({ is: 'failed', why });

/** The body as its shape reads it, or what is wrong with it. */
export function readAs<Shape extends z.ZodType>(
  shape: Shape,
  body: unknown,
): { readonly value: z.output<Shape> } | { readonly why: Meaning } {
  const read = shape.safeParse(body);
  if (read.success) return { value: read.data };
  const [issue] = read.error.issues;
  const where = issue?.path.map(String).join('.') ?? '';
  const what = issue?.code === 'too_big' ? 'is too large' : 'cannot be read';
  return { why: failed(`its body is not what its topic says: ${where || 'all of it'} ${what}`) };
}

/** Our clocks may differ by as much. */
export const aheadMs = 300_000;
