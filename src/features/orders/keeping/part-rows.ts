import type { FoldedFulfilment, FoldedRefund, FoldedRefundLine } from '../fold/model.ts';

export interface OfOrder {
  readonly orderId: string;
}
export type Of<Part> = Part & OfOrder;
export type FulfilmentRow = Of<Omit<FoldedFulfilment, 'lines'>> & {
  readonly id: string;
  readonly trackingKeys: readonly string[];
};
export interface FulfilmentLine extends OfOrder {
  readonly fulfilmentId: string;
  readonly lineKey: string;
  readonly quantity: number;
}
export type RefundRow = Of<Omit<FoldedRefund, 'lines'>>;
export type RefundLine = Of<FoldedRefundLine> & { readonly source: string; readonly externalId: string };
