import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../../core/runtime/clock.ts';

export type Arriving = 'command' | 'click' | 'event';

/**
 * Measures how long Slack waits for each acknowledgement. Registered outermost, so that recording the event counts too.
 */
export function measureAcks(
  app: App,
  clock: Clock,
  acknowledged: (kind: Arriving, seconds: number) => void,
): void {
  const processEvent = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    const began = clock.elapsed();
    const ack: ReceiverEvent['ack'] = async (response) => {
      await event.ack(response);
      acknowledged(kindOf(event.body), (clock.elapsed() - began) / 1_000);
    };
    await processEvent({ ...event, ack });
  };
}

function kindOf(body: Record<string, unknown>): Arriving {
  if (typeof body.command === 'string') return 'command';
  return body.type === 'event_callback' ? 'event' : 'click';
}
