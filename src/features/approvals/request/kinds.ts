import type { ApprovalHandler } from '../../../core/declare/approval.ts';
import { approvals } from '../../../core/declare/approval.ts';
import type { Context } from '../../../core/runtime/context.ts';

/** The handler of a kind; undefined: no feature declares it, for example after one was removed. */
export function handlerOf({ engine }: Context, kind: string): ApprovalHandler | undefined {
  return engine.contributions.of(approvals).find((handler) => handler.kind.id === kind);
}
