import t from 'tap';
import { exampleSeller } from '../../adapters/seller.js';
import { devMailboxRoutes } from '../../http/routes/dev-mailbox.js';
import { mailExamples } from '../../adapters/mail/gallery/gallery.js';
import { portalRoutes } from '../../http/routes/portal.js';
import { testApp } from '../support/app.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';

const accounts = await testAccounts(t);
const call = caller(accounts.app);

t.test('the mailbox of development shows mails and runs nothing', async (t) => {
  const person = { ...registrationForm(accounts.documents), person: { firstName: '<img src=x>', lastName: 'Wirt' } };
  await call('POST', '/api/v1/accounts', person);
  const mail = await eventually(async () => (await accounts.mailbox.list({ to: person.email }))[0]);
  const page = await call('GET', '/dev/mailbox');
  t.match(page.headers['content-security-policy'], /default-src 'none'/);
  t.match(page.body, `/dev/mails/${mail.id}`);
  const shown = await call('GET', `/dev/mails/${mail.id}`);
  t.match(shown.headers['content-security-policy'], /default-src 'none'/);
  t.match(shown.body, '<base target="_blank">');
  t.notMatch(shown.body, '<img');
  for (const id of ['0', 'x', '9'.repeat(30)]) t.equal((await call('GET', `/dev/mails/${id}`)).statusCode, 404);
});

t.test('the gallery shows every mail in both languages', async (t) => {
  const page = await call('GET', '/dev/mails/gallery', undefined, { 'accept-language': 'en' });
  t.equal(page.statusCode, 200);
  t.match(page.headers['content-security-policy'], /default-src 'none'/);
  t.equal(page.body.match(/href="\/dev\/mails\/gallery\?mail=\d+"/g)?.length, mailExamples.length);
  t.match(page.body, 'aria-current="page"');
  for (const language of ['de', 'en'] as const) {
    const frame = await call('GET', `/dev/mails/gallery/0/${language}`);
    t.match(frame.body, `lang="${language}"`);
    t.match(frame.headers['content-security-policy'], /default-src 'none'/);
  }
  const last = mailExamples.length - 1;
  t.match((await call('GET', `/dev/mails/gallery?mail=${last}`)).body, /nur als Text|text only/);
  for (const nothing of ['?mail=999', '/999/de']) {
    t.equal((await call('GET', `/dev/mails/gallery${nothing}`)).statusCode, 404);
  }
});

t.test('the mailbox of development is for this machine only, unless it is opened', async (t) => {
  const portal = {
    development: true,
    operatorName: 'Test',
    seller: exampleSeller,
    representedBy: null,
    publicUrl: 'http://127.0.0.1:3000',
    smtpUrl: null,
    mapTiles: null,
    payments: 'sandbox' as const,
    demoAccount: null,
  };
  const { mailbox } = accounts;
  const seenFrom = async (isMailboxOpen: boolean, remoteAddress: string, headers = {}) => {
    const routes = [devMailboxRoutes({ mailbox, isMailboxOpen }), portalRoutes({ ...portal, isMailboxOpen }, '1.2.3')];
    const app = await testApp(t, { routes });
    const statusOf = async (url: string) => (await app.inject({ url, remoteAddress, headers })).statusCode;
    const told = (await app.inject({ url: '/api/v1/public/portal', remoteAddress, headers })).json();
    t.equal(told.version, '1.2.3');
    t.match(told.imprint, { isExample: true, name: /Musterangaben/, representedBy: null, vatId: 'DE123456789' });
    t.notOk('taxNumber' in told.imprint);
    const statuses = [
      await statusOf('/dev/mails/gallery'),
      await statusOf('/dev/mails'),
      await statusOf('/dev/mails/1'),
      await statusOf('/dev/mailbox'),
    ];
    t.equal(told.mailbox, statuses[1] === 200 ? 'http://127.0.0.1:3000/dev/mailbox' : null);
    return statuses;
  };
  const [shown, hidden] = [
    [200, 200, 200, 200],
    [404, 404, 404, 404],
  ];
  for (const own of ['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])
    t.strictSame(await seenFrom(false, own), shown, own);
  for (const other of ['10.1.2.3', '192.168.1.2', '::ffff:10.1.2.3', 'fe80::1', '2001:db8::1'])
    t.strictSame(await seenFrom(false, other), hidden, other);
  t.strictSame(await seenFrom(false, '127.0.0.1', { 'x-forwarded-for': '10.1.2.3' }), hidden, 'behind a proxy');
  t.strictSame(await seenFrom(true, '10.1.2.3'), shown, 'opened');
});
