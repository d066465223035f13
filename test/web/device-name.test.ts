import t from 'tap';
import { deviceName } from '../../web/account/device-name.js';

const mozilla = 'Mozilla/5.0';

t.test('programs are called as people call them', async (t) => {
  for (const [userAgent, browser, system] of [
    [`${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox', 'Windows'],
    [
      `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36`,
      'Chrome',
      'Linux',
    ],
    [
      `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36 Edg/143.0`,
      'Edge',
      'Windows',
    ],
    [
      `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15`,
      'Safari',
      'macOS',
    ],
    [
      `${mozilla} (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/143.0 Safari/604.1`,
      'Chrome',
      'iPhone',
    ],
    [
      `${mozilla} (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0 Safari/537.36`,
      'Samsung Internet',
      'Android',
    ],
    ['curl/8.5.0', 'curl', undefined],
    ['Test', 'Test', undefined],
    ['', undefined, undefined],
    [null, undefined, undefined],
    [`${mozilla} (something else)`, undefined, undefined],
  ] as const) {
    t.strictSame(deviceName(userAgent), { browser, system }, String(userAgent));
  }
});
