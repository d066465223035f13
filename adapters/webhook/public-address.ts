import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Agent } from 'undici';

/** Networks of IPv4 that are nobody's on the internet: RFC 6890 and those that followed. */
const notPublic4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Within the unicast addresses of IPv6: those that carry an address of IPv4 in them, and those of documentation. */
const notPublic6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
const unicast6 = '2000::/3';

const blocked = listOf([...notPublic4, ...notPublic6]);
const routed = listOf([unicast6]);

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', length] = network.split('/');
    list.addSubnet(address, Number(length), isIP(address) === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** Whether an IP address is one of the public internet: not of this machine, a network at home, or a cloud's own service. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4');
  return isIP(address) === 6 && routed.check(address, 'ipv6') && !blocked.check(address, 'ipv6');
}

/** Resolves a name to its public addresses alone; fails when it has none. What is checked is what is connected to. */
export const publicLookup: LookupFunction = (host, options, answer) => {
  lookUp(host, { ...options, all: true }, (error, addresses: readonly LookupAddress[]) => {
    const found = error === null ? addresses.filter(({ address }) => isPublicAddress(address)) : [];
    const [first] = found;
    if (error !== null || first === undefined) answer(error ?? notPublic(host), '', 0);
    else if (options.all === true) answer(null, [...found]);
    else answer(null, first.address, first.family);
  });
};

function notPublic(host: string): Error {
  return Object.assign(new Error(`${host} has no public address`), { code: 'ADDRESS_NOT_PUBLIC' });
}

/** Connections to where people want us to send something: only to the public internet, unless private ones are allowed. */
export function outboundAgent({ arePrivateAllowed }: { readonly arePrivateAllowed: boolean }): Agent {
  return new Agent({
    connect: { timeout: 5_000, ...(arePrivateAllowed ? {} : { lookup: publicLookup }) },
    keepAliveTimeout: 4_000,
    pipelining: 0,
  });
}

/**
 * The address of a receiver as it may be kept, else null: HTTPS, or HTTP where `isPlainAllowed`, without user and password, and
 * no number of a private network. Names are judged whenever they are resolved.
 */
export function receiverUrl(
  text: string,
  {
    arePrivateAllowed,
    isPlainAllowed = false,
  }: { readonly arePrivateAllowed: boolean; readonly isPlainAllowed?: boolean },
): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const protocols = arePrivateAllowed || isPlainAllowed ? ['https:', 'http:'] : ['https:'];
  if (!protocols.includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  // The parser has brought every spelling of a number into the usual one.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!arePrivateAllowed && isIP(host) !== 0 && !isPublicAddress(host)) return null;
  url.hash = '';
  return url.href;
}
