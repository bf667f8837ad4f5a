import { listOf } from '../../../core/text/sentence.ts';
import type { ActFacts, ActRequest } from './model.ts';
import { dayOf, shopOf, wishOf } from './words.ts';

/** Where the task of its opposite has ended, and the shop stands as is wanted. */
export function endedWords(
  request: ActRequest,
  { number, channel }: ActFacts,
  tasks: readonly number[],
): string {
  const named = tasks.map((task) => `#${task}`).join(', ');
  const [tell, has] = tasks.length === 1 ? ['Task', 'has'] : ['Tasks', 'have'];
  const ended = `${tell} ${named} ${has} ended`;
  switch (request.act) {
    case 'take back promise':
      return `Order ${number} is promised as before. ${ended}: nobody had told the customer yet.`;
    case 'expedite':
      return `Order ${number} goes first again. ${ended}: nobody had told the warehouse otherwise yet.`;
    case 'take back expedite':
      return `Order ${number} goes in its turn again. ${ended}: nobody had told the warehouse yet.`;
    case 'hold':
      return `Order ${number} is on hold here: ${request.reason}. ${ended}: nobody had changed ${shopOf(channel)} yet.`;
    default:
      return `Order ${number} is released here. ${ended}: nobody had changed ${shopOf(channel)} yet.`;
  }
}

/** What came of it, in one sentence: the shop has not changed by it. */
export function outcomeOf(
  request: ActRequest,
  facts: ActFacts,
  task: number,
  ended: readonly number[] = [],
): string {
  return [asksOf(request, facts, task), ...(ended.length > 0 ? [replaced(ended)] : [])].join(' ');
}

/** "Task #7 has ended: this takes its place." */
function replaced(tasks: readonly number[]): string {
  const one = tasks.length === 1;
  const named = listOf(tasks.map((task) => `#${task}`));
  return `${one ? 'Task' : 'Tasks'} ${named} ${one ? 'has' : 'have'} ended: this takes ${one ? 'its' : 'their'} place.`;
}

function asksOf(request: ActRequest, facts: ActFacts, task: number): string {
  const { number, channel } = facts;
  const shop = shopOf(channel);
  const asks = `Task #${task} asks to do it in ${shop}, where nothing has changed yet`;
  switch (request.act) {
    case 'hold':
      return `Order ${number} is on hold here: ${request.reason}. ${asks}.`;
    case 'release':
      if (!facts.heldThere) return `Order ${number} is released here. ${asks}.`;
      return `Order ${number} ${facts.heldHere ? 'is released here, but stays' : 'stays'} on hold until ${shop} tells that it is released. Task #${task} asks to do it there.`;
    case 'promise':
      return `Order ${number} is promised by ${dayOf(request.on, facts)} here. Task #${task} asks to tell the customer.`;
    case 'take back promise':
      return `Order ${number} is promised as before here. Task #${task} asks to tell the customer, who was told ${dayOf(request.on, facts)}.`;
    case 'take back expedite':
      return `Task #${task} asks to tell the warehouse that order ${number} goes in its turn again.`;
    default:
      return `${asks}: ${wishOf(request, facts)}.`;
  }
}

/** What came of an act that is taken back: "order 1042 is promised as before". */
export function backWords({ act }: ActRequest, { number }: ActFacts): string {
  switch (act) {
    case 'hold':
      return `order ${number} on hold again`;
    case 'cancel':
      return `order ${number} to be cancelled`;
    case 'promise':
      return `order ${number} promised for another day`;
    case 'take back promise':
      return `order ${number} promised as before`;
    case 'take back expedite':
      return `order ${number} in its turn again`;
    default:
      return `order ${number} released again`;
  }
}
