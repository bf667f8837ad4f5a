import { expect, test } from 'vitest';
import { late, reading } from './sample-orders.ts';
import { orderMessage } from './views.ts';

test.each(['held up by weather', 'a vehicle of the carrier broke down'])(
  'that its parcel is late, and when it comes, stays in the first line of an order that is late itself: %s',
  (why) => {
    const alarm = `One of its parcels is delayed (${why}) and is late, expected Mon 30 Nov`;
    const { text } = orderMessage(late, reading, [{ line: 'Parcel JJD1', alarm }]);
    expect(text).toContain('one of its parcels is delayed and is late, expected Mon 30 Nov');
    expect(text).toMatch(/^⚠️ Late: /);
  },
);
