import { Icon } from '../ui/icons.tsx';

export function OnlyYou({ dismiss }: { dismiss?: (() => void) | undefined }) {
  return (
    <p class="only-you">
      <Icon name="eye" /> Only visible to you
      {dismiss && (
        <button type="button" class="link" data-testid="dismiss" onClick={dismiss}>
          Dismiss
        </button>
      )}
    </p>
  );
}
