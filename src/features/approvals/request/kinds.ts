import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import { approvals } from '../../../core/declare/approval.ts';
import type { Context } from '../../../core/runtime/context.ts';

/** What its feature has to say about a kind; undefined: no feature knows it, such as after one was taken out. */
export function handlerOf({ engine }: Context, kind: string): ApprovalHandler | undefined {
  return engine.contributions.of(approvals).find((handler) => handler.kind.id === kind);
}
