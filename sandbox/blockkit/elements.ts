import { button, overflow, workflowButton } from './buttons.ts';
import type { Check } from './check.ts';
import { imageElement } from './images.ts';
import { fileInput, inputs, richTextInput } from './inputs.ts';
import { boxes, pickers } from './pickers.ts';
import { selects } from './selects.ts';

const interactive: Record<string, Check> = {
  button,
  workflow_button: workflowButton,
  overflow,
  ...selects,
  ...pickers,
  ...boxes,
};

const { datetimepicker: _onlyInActionsAndInputs, ...besideText } = interactive;

/** The elements allowed in each kind of block. */
export const inSection: Record<string, Check> = { ...besideText, image: imageElement };
export const inActions: Record<string, Check> = { ...interactive, rich_text_input: richTextInput };
export const inInput: Record<string, Check> = { ...selects, ...pickers, ...boxes, ...inputs };
export const inModalInput: Record<string, Check> = { ...inInput, file_input: fileInput };
