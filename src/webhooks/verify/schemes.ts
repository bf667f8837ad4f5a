import { isUsualYear } from '../../core/time/usual-year.ts';
import type { Said, SourceKind } from '../../features/index.ts';
import { hmacOf, isDigest } from './signature.ts';

/** The headers of a request; one that came several times, or not at all, is undefined. */
export type Header = (name: string) => string | undefined;

/** How a kind of system signs what it sends, and what its headers say. */
export interface Scheme {
  /** Whether this secret signed these bytes, now. */
  signs(secret: string, body: Uint8Array, header: Header, now: Date): 'yes' | 'no' | 'too old';
  says(header: Header): Said;
  /** The headers with which it would send these bytes. */
  sign(secret: string, body: Uint8Array, topic: string, now: Date): Readonly<Record<string, string>>;
}

/** A base64 digest of the body in one header. No time is signed: an old body can be sent again, and changes nothing. */
function signedBody(signature: string, topicHeader: string | null, says: Scheme['says']): Scheme {
  return {
    sign: (secret, body, topic) => ({
      [signature]: hmacOf(secret, body).toString('base64'),
      ...(topicHeader !== null && { [topicHeader]: topic }),
    }),
    signs: (secret, body, header) =>
      isDigest(hmacOf(secret, body), header(signature) ?? '', 'base64') ? 'yes' : 'no',
    says,
  };
}

/** Who says all of it in the body. */
function saysNothing(): Said {
  return { topic: null, deliveryId: null, triggeredAt: null };
}

const windowMs = 300_000;

/** "t=1792000000,v1=<hex>" over the time, a dot and the body; several v1 while a secret is replaced. */
function signedTime(signature: string): Scheme {
  return {
    signs(secret, body, header, now) {
      const parts = (header(signature) ?? '').split(',').map((part) => part.trim());
      const time = parts.find((part) => part.startsWith('t='))?.slice(2) ?? '';
      const given = parts.filter((part) => part.startsWith('v1=')).map((part) => part.slice(3));
      const expected = hmacOf(secret, `${time}.`, body);
      const isSigned = given.slice(0, mostSignatures).some((one) => isDigest(expected, one, 'hex'));
      if (!isSigned) return 'no';
      const offMs = Math.abs(Number(time) * 1_000 - now.getTime());
      return /^\d{1,12}$/.test(time) && offMs <= windowMs ? 'yes' : 'too old';
    },
    says: saysNothing,
    sign(secret, body, _, now) {
      const time = Math.floor(now.getTime() / 1_000);
      return { [signature]: `t=${time},v1=${hmacOf(secret, `${time}.`, body).toString('hex')}` };
    },
  };
}
const mostSignatures = 4;

const easypostPrefix = 'hmac-sha256-hex=';

/** "hmac-sha256-hex=<hex>" over the body. The secret is normalised, since its sender's may be typed in another form. */
const easypost: Scheme = {
  signs(secret, body, header) {
    const given = header('x-hmac-signature') ?? '';
    const digest = given.startsWith(easypostPrefix) ? given.slice(easypostPrefix.length) : '';
    return isDigest(hmacOf(secret.normalize('NFKD'), body), digest, 'hex') ? 'yes' : 'no';
  },
  says: saysNothing,
  sign(secret, body) {
    const digest = hmacOf(secret.normalize('NFKD'), body).toString('hex');
    return { 'x-hmac-signature': `${easypostPrefix}${digest}` };
  },
};

export const schemes: Readonly<Record<SourceKind, Scheme>> = {
  shopify: signedBody('x-shopify-hmac-sha256', 'x-shopify-topic', (header) => ({
    topic: header('x-shopify-topic') ?? null,
    deliveryId: header('x-shopify-webhook-id') ?? null,
    triggeredAt: momentOf(header('x-shopify-triggered-at')),
  })),
  woocommerce: signedBody('x-wc-webhook-signature', 'x-wc-webhook-topic', (header) => ({
    topic: header('x-wc-webhook-topic') ?? null,
    // Its delivery id is made of the webhook and the second: all that comes in one second shares it.
    deliveryId: null,
    triggeredAt: null,
  })),
  easypost,
  // "Webhook Signature" of AfterShip Tracking's documentation: base64 of the HMAC-SHA256 over the body as it came.
  aftership: signedBody('aftership-hmac-sha256', null, saysNothing),
  // "HMAC security" of "Webhook security" in Shippo's documentation: as ours, in a header of its own.
  shippo: signedTime('shippo-auth-signature'),
  // It sends nothing here.
  amazon: { signs: () => 'no', says: saysNothing, sign: () => ({}) },
  generic: signedTime('x-signature'),
};

function momentOf(text = ''): Date | null {
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? new Date(text) : null;
  return at && isUsualYear(at) ? at : null;
}
