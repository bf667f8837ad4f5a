import { cleanAll } from '../../../core/text/clean.ts';
import { exactJson, JsonTooDeep } from '../../../core/text/exact-json.ts';
import { nestedTooDeep } from '../../../core/text/json-depth.ts';
import { aftershipMeaning } from '../aftership/meaning.ts';
import { amazonMeaning } from '../amazon/meaning.ts';
import type { DeliveryInHand } from '../deliveries/model.ts';
import { easypostMeaning } from '../easypost/meaning.ts';
import { genericMeaning } from '../generic/meaning.ts';
import { failed, ignored, type Meaning } from '../meaning/meaning.ts';
import { trialTopic } from '../receiving/trial.ts';
import { shippoMeaning } from '../shippo/meaning.ts';
import { shopifyMeaning } from '../shopify/meaning.ts';
import { wooMeaning } from '../woocommerce/meaning.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * What a delivery means. Never throws: what cannot be read has failed, and says why. `zone`: of the business, an IANA name.
 */
export function meaningOf(one: DeliveryInHand, zone: string): Meaning {
  const { topic, body, kind, settings, channel, sourceId: source, id: deliveryId } = one;
  if (topic === trialTopic) return ignored('it was a test');
  if (body === null) return failed('its body is no longer kept');
  let read: unknown;
  try {
    read = cleanAll(exactJson(utf8.decode(body)));
  } catch (error) {
    // What came before the receiver looked at it.
    return failed(`its body ${error instanceof JsonTooDeep ? nestedTooDeep : 'is not JSON'}`);
  }
  const teller = { source, channel, deliveryId };
  if (kind === 'shopify') return shopifyMeaning(topic, read, teller, settings.currency);
  if (kind === 'woocommerce') return wooMeaning(topic, read, teller, settings.currency);
  if (kind === 'easypost') return easypostMeaning(topic, read, teller);
  if (kind === 'aftership') return aftershipMeaning(topic, read, teller, zone);
  if (kind === 'shippo') return shippoMeaning(topic, read, teller);
  if (kind === 'amazon') return amazonMeaning(topic, read, teller);
  return genericMeaning(topic, read, teller, settings);
}
