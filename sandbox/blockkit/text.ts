import { boolean, byType, type Check, is, object, string } from './check.ts';

export const plainText = (max: number): Check =>
  byType(
    { plain_text: object({ type: is('plain_text'), text: string(max) }, { emoji: boolean }) },
    'plain text',
  );

export const mrkdwn = (max: number): Check =>
  byType({ mrkdwn: object({ type: is('mrkdwn'), text: string(max) }, { verbatim: boolean }) }, 'mrkdwn text');

export const anyText = (max: number): Check =>
  byType(
    {
      plain_text: object({ type: is('plain_text'), text: string(max) }, { emoji: boolean }),
      mrkdwn: object({ type: is('mrkdwn'), text: string(max) }, { verbatim: boolean }),
    },
    'text',
  );
