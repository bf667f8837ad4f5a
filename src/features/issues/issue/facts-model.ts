import { defineFacts } from '../../../core/tokens/fact.ts';

export const issueFacts = defineFacts({
  id: 'issue',
  tables: { issue: 'id', issue_event: 'issue_id' },
});
