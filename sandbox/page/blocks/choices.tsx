import { useId } from 'preact/hooks';
import type { Json } from '../../state/types.ts';
import { Text } from '../mrkdwn/mrkdwn.tsx';

/** Checkboxes and radio buttons. */
export function Choices({
  element,
  picked,
  onChange,
  id,
}: {
  element: Json;
  id?: string;
  picked: string[];
  onChange: (picked: string[]) => void;
}) {
  const name = useId();
  const radio = element.type === 'radio_buttons';
  const labelled = id ? { 'aria-labelledby': `${id}-label` } : {};
  return (
    <div class="choices" role={radio ? 'radiogroup' : 'group'} {...labelled}>
      {(element.options as Json[]).map((option) => {
        const value = String(option.value);
        return (
          <label key={value}>
            <input
              type={radio ? 'radio' : 'checkbox'}
              name={name}
              value={value}
              checked={picked.includes(value)}
              onChange={(e) => {
                if (radio) onChange([value]);
                else
                  onChange(e.currentTarget.checked ? [...picked, value] : picked.filter((v) => v !== value));
              }}
            />
            <span>
              <Text value={option.text} />
              {option.description ? (
                <small>
                  <Text value={option.description} />
                </small>
              ) : null}
            </span>
          </label>
        );
      })}
    </div>
  );
}
