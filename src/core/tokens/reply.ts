import type { KnownBlock } from '@slack/types';
import type { Permission } from './permission.ts';

/** A message as Slack shows it. `text` is the line on a phone and in a screen reader: it must make sense alone. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** The version for a post that stays and is never redrawn: without buttons that go out of date. */
  readonly lasting?: Message;
}

export const lastingOf = (message: Message): Message => message.lasting ?? message;

/** A drawn modal, made by `formView`. */
export interface FormView {
  /** The id of the form whose fields it shows. */
  readonly form: string;
  /** At most 24 characters, like the labels of the buttons. */
  readonly title: string;
  readonly submit: string;
  /** Of the button that closes it; without it "Cancel". */
  readonly close?: string;
  readonly blocks: readonly KnownBlock[];
}

/** An open form as filled in so far. */
export interface OpenedForm {
  readonly id: string;
  readonly carried: string;
  /** By input name; null for an empty input. */
  readonly entered: Readonly<Record<string, unknown>>;
}

/** A form to open; made by its token. */
export interface OpenForm {
  readonly id: string;
  /** It opens only for people who hold this. */
  readonly permission: Permission;
  /** The form's subject, in JSON. */
  readonly carried: string;
  readonly view: FormView;
}

/** A file for the person who asked. */
export interface ReplyFile {
  /** With its ending, such as issues.csv. */
  readonly name: string;
  readonly title: string;
  readonly content: string | Uint8Array;
  /** Of a picture: what it shows. */
  readonly alt?: string;
}

/**
 * A handler's answer. `private`: to the person who asked. `replace`: in place of the message whose button was pressed.
 * `show`: the same if only its reader sees that message, else privately beside it. `share`: to everybody where the
 * button was pressed. `card`: the pressed living message shows it already; the words are for places without one.
 * `form`: opens a form; the words are for places where none can open.
 */
export interface Reply {
  readonly to: 'private' | 'replace' | 'show' | 'share' | 'card' | 'form';
  readonly message: Message;
  readonly form?: OpenForm;
  /** Sent by direct message, after the words. */
  readonly file?: ReplyFile;
}

export const privately = (message: Message): Reply => ({ to: 'private', message });
export const replacing = (message: Message): Reply => ({ to: 'replace', message });
export const showing = (message: Message): Reply => ({ to: 'show', message });
export const onCard = (message: Message): Reply => ({ to: 'card', message });
export const sharing = (message: Message): Reply => ({ to: 'share', message });
export const withFile = (message: Message, file: ReplyFile): Reply => ({ to: 'private', message, file });
export const asking = (form: OpenForm, instead: Message): Reply => ({ to: 'form', message: instead, form });
/** Replaces the open form in which a button was pressed. */
export const redrawing = (form: OpenForm): Reply => asking(form, { text: form.view.title, blocks: [] });
