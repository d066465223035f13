import type { AddressInfo } from 'node:net';
import t from 'tap';
import { testApp } from '../support/app.js';
import { testBrowser } from '../support/browser.js';

t.test('a real browser opens pages one after the other', async (t) => {
  const app = await testApp(t, {
    routes: [
      async (routes) =>
        void routes.get('/hello', { config: { access: 'public' } }, async (_request, reply) =>
          reply
            .type('text/html; charset=utf-8')
            .send('<title>Hello</title><p id="p">ü</p><script>document.title = "inline"</script>'),
        ),
    ],
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const browser = await testBrowser(t);
  for (let round = 0; round < 2; round++) {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${port}/hello`);
    t.equal(await page.locator('#p').textContent(), 'ü');
    t.equal(await page.title(), 'Hello', 'inline scripts do not run');
    await page.close();
  }
});
