import { useState } from 'preact/hooks';
import { usePage } from '../store.ts';
import { Icon } from '../ui/icons.tsx';
import { Faults } from './faults.tsx';
import { Problems } from './problems.tsx';
import { Traffic } from './traffic.tsx';
import { useTraffic } from './use-traffic.ts';

type Part = 'traffic' | 'problems' | 'faults';

/** Behind the scenes: all traffic, everything Slack would have refused, and faults to come. */
export function Inspector({ close }: { close: () => void }) {
  const { client } = usePage();
  const [part, setPart] = useState<Part>('traffic');
  const { traffic, problems, faults } = useTraffic(client);
  const count = { traffic: 0, problems: problems.length, faults: faults.length };
  return (
    <aside class="inspector" data-testid="inspector" aria-label="Inspector">
      <header class="header">
        <h1>Inspector</h1>
        <div class="tabs" role="tablist" aria-label="Inspector">
          {(['traffic', 'problems', 'faults'] as const).map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={part === one}
              data-testid={`inspect-${one}`}
              onClick={() => setPart(one)}
            >
              {one[0]?.toUpperCase()}
              {one.slice(1)}
              {count[one] > 0 && <span class="count">{count[one]}</span>}
            </button>
          ))}
        </div>
        <button type="button" class="quiet push-right" aria-label="Close the inspector" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="inspector-body" role="tabpanel">
        {part === 'traffic' && <Traffic entries={traffic} />}
        {part === 'problems' && <Problems problems={problems} />}
        {part === 'faults' && <Faults faults={faults} traffic={traffic} />}
      </div>
    </aside>
  );
}
