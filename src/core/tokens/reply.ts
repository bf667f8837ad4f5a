import type { KnownBlock } from '@slack/types';
import type { Permission } from './permission.ts';

/** What Slack shows. `text` is what a phone shows first and what a screen reader reads: it stands alone. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The same for where it stays and is never drawn again: without buttons that go out of date. */
  readonly lasting?: Message;
}

export const lastingOf = (message: Message): Message => message.lasting ?? message;

/** A modal as it is drawn, by `formView`. */
export interface FormView {
  /** The id of the form whose fields it shows. */
  readonly form: string;
  /** At most 24 characters, as the labels of the buttons. */
  readonly title: string;
  readonly submit: string;
  readonly blocks: readonly KnownBlock[];
}

/** An open form as somebody has filled it in so far. */
export interface OpenedForm {
  readonly id: string;
  readonly carried: string;
  /** By the name of each input; null where nothing is entered. */
  readonly entered: Readonly<Record<string, unknown>>;
}

/** A form that is to be opened; made by its token. */
export interface OpenForm {
  readonly id: string;
  /** It opens only for people who hold this. */
  readonly permission: Permission;
  /** What the form is about, in JSON. */
  readonly carried: string;
  readonly view: FormView;
}

/** A file for the one who asked. */
export interface ReplyFile {
  /** With its ending, such as issues.csv. */
  readonly name: string;
  readonly title: string;
  readonly content: string;
}

/**
 * What a handler gives back. `private`: to the one who asked. `replace`: in place of the message whose button
 * was pressed. `show`: so where only its reader sees that message, else privately, beside it. `share`: to everybody where the button was pressed. `card`: the living message that was pressed shows
 * it already; the words are for where there is none. `form`: a form opens; the words are for where none can.
 */
export interface Reply {
  readonly to: 'private' | 'replace' | 'show' | 'share' | 'card' | 'form';
  readonly message: Message;
  readonly form?: OpenForm;
  /** Comes by direct message, after the words. */
  readonly file?: ReplyFile;
}

export const privately = (message: Message): Reply => ({ to: 'private', message });
export const replacing = (message: Message): Reply => ({ to: 'replace', message });
export const showing = (message: Message): Reply => ({ to: 'show', message });
export const onCard = (message: Message): Reply => ({ to: 'card', message });
export const sharing = (message: Message): Reply => ({ to: 'share', message });
export const withFile = (message: Message, file: ReplyFile): Reply => ({ to: 'private', message, file });
export const asking = (form: OpenForm, instead: Message): Reply => ({ to: 'form', message: instead, form });
/** In place of the open form in which a button was pressed. */
export const redrawing = (form: OpenForm): Reply => asking(form, { text: form.view.title, blocks: [] });
