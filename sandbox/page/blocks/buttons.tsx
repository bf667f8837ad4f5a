import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';
import { isSafeUrl } from '../mrkdwn/parse.ts';
import { Icon } from '../ui/icons.tsx';
import { type Entered, wordsOf } from './surface.ts';

export interface ButtonProps {
  element: Json;
  busy: boolean;
  use: (option?: Entered) => void;
  testId: string;
}

/** A button; one with a URL opens it and also notifies the app. */
export function Button({ element, busy, use, testId }: ButtonProps) {
  const url = typeof element.url === 'string' && isSafeUrl(element.url) ? element.url : undefined;
  return (
    <button
      type="button"
      class={`button ${String(element.style ?? '')}`}
      aria-disabled={busy}
      aria-label={element.accessibility_label as string | undefined}
      data-testid={testId}
      onClick={() => {
        if (url) window.open(url, '_blank', 'noreferrer');
        use();
      }}
    >
      <Text value={element.text} />
      {url && <span aria-hidden="true"> ↗</span>}
    </button>
  );
}

export function IconButton({ element, busy, use, testId }: ButtonProps) {
  const label = String(element.accessibility_label ?? wordsOf(element.text));
  return (
    <button
      type="button"
      class="quiet"
      title={label}
      aria-label={label}
      aria-disabled={busy}
      data-testid={testId}
      onClick={() => use()}
    >
      <Icon name={element.icon === 'trash' ? 'bin' : 'circle'} />
    </button>
  );
}

/** Was this answer useful? Two buttons that send one of two values. */
export function FeedbackButtons({ element, busy, use, testId }: ButtonProps) {
  return (
    <>
      {[element.positive_button as Json, element.negative_button as Json].map((one) => (
        <button
          key={String(one.value)}
          type="button"
          class="button small"
          aria-label={one.accessibility_label as string | undefined}
          aria-disabled={busy}
          data-testid={`${testId}-${String(one.value)}`}
          onClick={() => use(String(one.value))}
        >
          <Text value={one.text} />
        </button>
      ))}
    </>
  );
}
