import { extname } from 'node:path';
import type { SlackFile } from '../state/files.ts';
import type { Slack } from '../state/slack.ts';
import type { Json, View } from '../state/types.ts';
import { ActError } from './act.ts';
import { isEmpty } from './values.ts';

const MOST_FILE_BYTES = 10 * 1024 * 1024;

/** The errors that Slack's client finds before it sends anything. */
export function incomplete(slack: Slack, view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const block of view.blocks.filter((b) => b.type === 'input')) {
    const element = block.element as Json;
    const id = String(block.block_id);
    const state = view.values[id]?.[String(element.action_id)] ?? {};
    if (isEmpty(element, state)) {
      if (block.optional !== true) errors[id] = 'Please complete this required field.';
      continue;
    }
    const wrong = wrongInput(element, String(state.value ?? '')) ?? tooMany(element, state);
    if (wrong) errors[id] = wrong;
  }
  for (const { block, element, file } of chosenFiles(slack, view)) {
    const wrong = wrongFile(element, file);
    if (wrong) errors[String(block.block_id)] = wrong;
  }
  return errors;
}

function wrongInput(element: Json, value: string): string | undefined {
  if (element.type === 'number_input') {
    const number = Number(value);
    if (value.trim() === '' || Number.isNaN(number)) return 'Enter a number.';
    if (element.is_decimal_allowed !== true && !Number.isInteger(number)) return 'Enter a whole number.';
    if (element.min_value !== undefined && number < Number(element.min_value))
      return `Enter at least ${String(element.min_value)}.`;
    if (element.max_value !== undefined && number > Number(element.max_value))
      return `Enter at most ${String(element.max_value)}.`;
  }
  if (element.type === 'plain_text_input') {
    const [least, most] = [Number(element.min_length ?? 0), Number(element.max_length ?? 3_000)];
    if (value.length < least) return `Enter at least ${least} characters.`;
    if (value.length > most) return `Enter at most ${most} characters.`;
  }
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) return 'Enter an email address.';
  if (element.type === 'url_text_input' && !/^https?:\/\/\S+$/.test(value)) return 'Enter a URL.';
  return undefined;
}

function tooMany(element: Json, state: Json): string | undefined {
  const [count, most] = [(state.files as Json[] | undefined)?.length ?? 0, Number(element.max_files ?? 10)];
  if (count <= most) return undefined;
  return most === 1 ? 'Choose one file.' : `Choose ${most} files at most.`;
}

/** The files in a view's `file_input`s, with their positions. */
export function chosenFiles(slack: Slack, view: View): { block: Json; element: Json; file: SlackFile }[] {
  return view.blocks.flatMap((block) => {
    const element = (block.type === 'input' ? block.element : undefined) as Json | undefined;
    if (element?.type !== 'file_input') return [];
    const files = view.values[String(block.block_id)]?.[String(element.action_id)]?.files as
      | Json[]
      | undefined;
    return (files ?? []).map(({ id }) => {
      const file = slack.files.get(String(id));
      if (file?.user !== view.user) throw new ActError(`${view.user} uploaded no file ${String(id)}`);
      return { block, element, file };
    });
  });
}

function wrongFile(element: Json, file: SlackFile): string | undefined {
  const kinds = element.filetypes as string[] | undefined;
  if (kinds && !kinds.includes(extname(file.name).slice(1).toLowerCase()))
    return `${file.name} has the wrong file type; accepted: ${kinds.join(', ')}.`;
  return file.size > MOST_FILE_BYTES ? `${file.name} is over 10 MB.` : undefined;
}
