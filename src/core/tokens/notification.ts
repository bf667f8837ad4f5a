import type { z } from 'zod';
import type { Json } from './json.ts';

/** In the order of sending. */
export const priorities = ['page', 'decision', 'status', 'digest'] as const;
export type Priority = (typeof priorities)[number];

export interface NotificationDeclaration<Facts extends z.ZodType> {
  /** `<feature>.<noun>`, unique over all features. */
  readonly id: string;
  readonly priority: Priority;
  /**
   * `living`: one message per subject and place, edited as the subject changes. `once`: sent one time and never edited.
   */
  readonly shape: 'living' | 'once';
  /**
   * After a long outage: `deliver` sends it with its original time, `collapse` gives it a line in the one summary of
   * its place, `expire` drops it.
   */
  readonly late: 'deliver' | 'collapse' | 'expire';
  /** When Slack's reply was lost: `repeat` posts it again with a mark, `hold` tells its owner instead. */
  readonly inDoubt: 'repeat' | 'hold';
  /** Whether it counts against the daily budget of its place. Answers to a person do not. */
  readonly counted: boolean;
  /** When Slack refuses the place: tell the owner what to do, or send it to the owner directly. */
  readonly refused?: 'tell the owner' | 'say it directly';
  /** A burst at one place becomes one list after the first message. Its noun, such as "alert", "alerts". */
  readonly bundle?: readonly [one: string, many: string];
  /** Data kept with the message beside its subject: small, opaque, no personal data. */
  readonly facts: Facts;
}

/** A kind of message, declared once: an operation sends it, a drawing of the same feature draws it. */
export interface NotificationKind<Facts = never> extends NotificationDeclaration<z.ZodType<Facts>> {
  /** A message of this kind about `subject` for `place`, a Slack channel or user. */
  about(subject: string, place: string, facts: Facts, more?: Placement): Notification;
}

export interface Placement {
  /** In the thread of the message that shows this subject at the same place. */
  readonly under?: { readonly kind: { readonly id: string }; readonly subject: string };
  /** In the thread of another author's message. */
  readonly threadTs?: string;
  /** A reply that the channel sees as well: an edit alone notifies nobody. */
  readonly broadcast?: boolean;
  /** The Slack user to tell when it cannot be delivered; by default the admins. */
  readonly owner?: string;
  /** Not before. */
  readonly at?: Date;
  /** Requested again: it is retried although it was given up, and posted anew if it no longer exists. */
  readonly again?: boolean;
}

/** A message that an operation sends. Sending a living kind again redraws its message. */
export interface Notification extends Placement {
  readonly kind: NotificationKind<never>;
  readonly subject: string;
  readonly place: string;
  readonly facts: Json;
}

export function defineNotification<Facts extends z.ZodType>(
  declaration: NotificationDeclaration<Facts>,
): NotificationKind<z.output<Facts>> {
  const kind: NotificationKind<z.output<Facts>> = {
    ...declaration,
    facts: declaration.facts as unknown as z.ZodType<z.output<Facts>>,
    about: (subject, place, facts, more = {}) => ({
      ...more,
      kind: kind as unknown as NotificationKind,
      subject,
      place,
      facts: facts as Json,
    }),
  };
  return kind;
}
