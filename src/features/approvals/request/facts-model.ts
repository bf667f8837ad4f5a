import { defineFacts } from '../../../core/tokens/fact.ts';

export const approvalFacts = defineFacts({
  id: 'approval',
  tables: { approval: 'id', approval_vote: 'approval_id', approval_event: 'approval_id' },
});
