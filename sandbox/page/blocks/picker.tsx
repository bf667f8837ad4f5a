import type { Json } from '../../state/types.ts';
import { type Entered, wordsOf } from './surface.ts';

const KIND = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;

/** A date, a time or a moment. A moment is entered in the browser's own zone, as in Slack's client. */
export function Picker(props: {
  element: Json;
  state: Json | undefined;
  use: (v: Entered) => void;
  testId: string;
  id?: string;
}) {
  const { element, state = {}, use, testId, id } = props;
  const kind = KIND[element.type as keyof typeof KIND];
  const day = state.selected_date ?? state.selected_time ?? element.initial_date ?? element.initial_time;
  const moment = Number(state.selected_date_time ?? element.initial_date_time ?? 0);
  return (
    <input
      class="field picker"
      type={kind}
      id={id}
      data-testid={testId}
      aria-label={id ? undefined : wordsOf(element.placeholder) || kind}
      value={kind === 'datetime-local' ? local(moment) : String(day ?? '')}
      onChange={(e) => {
        const typed = e.currentTarget.value;
        const seconds = () => String(Math.floor(new Date(typed).getTime() / 1000));
        use(kind === 'datetime-local' && typed ? seconds() : typed || null);
      }}
    />
  );
}

function local(seconds: number): string {
  if (seconds === 0) return '';
  const date = new Date(seconds * 1000);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
