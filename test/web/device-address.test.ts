import t from 'tap';
import { deviceAddress } from '../../web/plant/device-address.js';

const at = (address: string) => deviceAddress(new URL(address));

t.test('a device is told where the portal is, and never a name that means itself', async (t) => {
  t.same(at('https://sitelink.example.org/plants'), { host: 'sitelink.example.org', ip: null, port: '80' });
  t.same(at('https://sitelink.example.org:8443/'), { host: 'sitelink.example.org', ip: null, port: '80' });
  t.same(at('http://192.168.1.20:3000/'), { host: '192.168.1.20', ip: '192.168.1.20', port: '3000' });
  for (const own of ['localhost', 'sitelink.localhost', '127.0.0.1', '127.1.2.3', '[::1]']) {
    t.same(at(`http://${own}:3000/`), { host: null, ip: null, port: '3000' }, own);
  }
});
