import { isIPv4, isIPv6 } from 'node:net';

/**
 * What counts as one address: an IPv4 address, or the 64 leading bits of an IPv6 address, of which a household has many.
 */
export function sharedAddress(address: string): string {
  return plainAddress(address, 4);
}

/** The network around an address that one customer of a provider may well have: a /24, or a /48 of IPv6. */
export function sharedNetwork(address: string): string {
  const plain = plainAddress(address, 3);
  return isIPv4(plain) ? `${plain.slice(0, plain.lastIndexOf('.'))}.0/24` : plain;
}

/** IPv4 as it is, IPv6 without what follows its leading groups. */
function plainAddress(address: string, leadingGroups: number): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after];
  return `${groups
    .slice(0, leadingGroups)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/${16 * leadingGroups}`;
}

function groupsOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
