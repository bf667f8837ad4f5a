import { useEffect, useState } from 'preact/hooks';
import { markTold, wasTold } from '../kept.ts';

const ABOUT = 'forgotten';

/** Says once in this browser why answers are gone after a reload. */
export function ForgottenNote() {
  const [told, setTold] = useState(() => wasTold(ABOUT));
  useEffect(() => markTold(ABOUT), []);
  if (told) return null;
  return (
    <p class="forgotten" role="note" data-testid="forgotten">
      Slack forgets replies that only you see when you reload the page. Ask again to see them.{' '}
      <button type="button" class="link" onClick={() => setTold(true)}>
        Got it
      </button>
    </p>
  );
}
