/** The devices know no TLS. */
const plainPort = '80';

const ipv4 = /^\d{1,3}(\.\d{1,3}){3}$/;

type DeviceAddress = {
  /** Null when the portal runs on the viewer's own computer under a name that means another one to every device. */
  readonly host: string | null;
  /** Null when only the network knows it. */
  readonly ip: string | null;
  readonly port: string;
};

/** What a device has to be told, so that it sends to the portal whose page is open. */
export function deviceAddress(page: {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: string;
}): DeviceAddress {
  const { protocol, hostname, port } = page;
  const isLoopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(hostname);
  return {
    host: isLoopback ? null : hostname,
    ip: !isLoopback && ipv4.test(hostname) ? hostname : null,
    port: port === '' || protocol === 'https:' ? plainPort : port,
  };
}
