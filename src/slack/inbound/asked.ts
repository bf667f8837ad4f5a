import { talkIn } from '../../core/text/talk.ts';

// What a mention or a direct message asks for, in the words of commands.

/** What is asked after "hey": a command, a question, or a number; a greeting alone stays one. */
export function afterGreeting(words: string, isCommand: (word: string) => boolean): string {
  const rest = words.replace(/^(hi|hello|hey|hallo|moin)\b[\s,!.]*/i, '');
  const [first = ''] = rest.split(/\s+/);
  return isCommand(first) || /\d/.test(rest) || talkIn(rest) === 'question' ? rest : words;
}

/** A question is asked, and what may be a thing is searched for; a mention alone asks for help. */
export function asOps(words: string): string {
  if (words === '') return 'help';
  return talkIn(words) ? `ask ${words}` : words.replace(/\?+$/, '');
}
