import { type Issue, validateMessage, validateView } from '../blockkit/index.ts';
import type { Json } from '../state/types.ts';
import { type MethodTable, messages, SlackError } from './method.ts';

const GIVEN = ['blocks', 'message', 'view'] as const;

export const validate: MethodTable = {
  'blocks.validate': {
    tier: 'special',
    token: 'none',
    optional: GIVEN,
    run(_slack, args) {
      const given = GIVEN.filter((name) => args.text(name) !== undefined);
      const [what] = given;
      if (!what || given.length > 1)
        throw new SlackError(
          'invalid_arguments',
          messages('must provide exactly one of `blocks`, `view`, or `message`'),
        );
      const issues = judge(what, args.json(what, 'invalid_arguments'));
      if (issues.length === 0) return {};
      const errors = issues.map(({ pointer, message, expected }) => ({
        pointer,
        code: 'failed_constraint',
        message,
        ...(expected ? { constraint: { type: 'enum', expected } } : {}),
      }));
      throw new SlackError(`invalid_${what}`, { errors });
    },
  },
};

function judge(what: (typeof GIVEN)[number], given: unknown): Issue[] {
  if (what === 'view') return validateView(given);
  if (what === 'message') return validateMessage((given ?? {}) as Json, 'chat.postMessage');
  const issues = validateMessage({ blocks: given, text: 'x' }, 'chat.postMessage');
  // The array is alone here: its first block is /0.
  return issues.map((issue) => ({ ...issue, pointer: issue.pointer.replace(/^\/blocks/, '') }));
}
