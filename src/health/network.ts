/**
 * Whose address it is, for shares: of IPv6 its /64, since whoever has one address there has all of these; IPv4 as it is,
 * also where it comes written as IPv6.
 */
export function networkOf(address: string | undefined): string {
  const [bare = ''] = (address ?? '').split('%', 1);
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (v4 !== undefined || !bare.includes(':')) return v4 ?? bare;
  const [head = [], tail = []] = bare.split('::').map((half) => half.split(':').filter((one) => one !== ''));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].slice(0, 4).join(':');
}
