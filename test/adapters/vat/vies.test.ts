import t from 'tap';
import { request } from 'undici';
import { sampleBusinesses, testNumbers } from '../../../adapters/vat/simulator/register.js';
import { viesRest } from '../../../adapters/vat/vies-rest.js';
import { viesSoap } from '../../../adapters/vat/vies-soap.js';
import { parseVatId, type VatState } from '../../../domain/account/vat-id.js';
import { operator, own, spanish, testAuthorities } from '../../support/authorities.js';

const nothingDisclosed = {
  name: 'notDisclosed',
  street: 'notDisclosed',
  postcode: 'notDisclosed',
  town: 'notDisclosed',
};
const viesFaults = Object.entries(testNumbers).filter(([, outcome]) => outcome === outcome.toUpperCase());

for (const door of ['rest', 'soap'] as const) {
  t.test(`VIES by ${door}`, async (t) => {
    const authorities = await testAuthorities(t, {
      businesses: [...sampleBusinesses, spanish],
      requesters: [own.text],
    });
    const validator = authorities[door];

    await t.test('a German id is valid or not; Germany tells nothing else', async (t) => {
      const verdict = await validator.check({ ...operator, town: 'Irgendwo' });
      t.match(verdict, {
        authority: 'VIES',
        service: '127.0.0.1',
        outcome: 'valid',
        fields: nothingDisclosed,
        evidenceId: /^WAPIAAAA\w{8}$/,
        authorityTime: /^\d{4}-\d\d-\d\d/,
        raw: door === 'rest' ? /"valid":true/ : /<ns2:valid>true</,
      });
      t.match(await validator.check({ ...operator, vatId: 'DE136695976' }), { outcome: 'invalid' });
      const [question] = authorities.questions;
      t.match(question?.body, /147167387/);
      t.notMatch(question?.body, /DE147167387/, 'numbers go without their prefix');
      t.equal(question?.headers['cookie'], undefined);
    });

    await t.test('a state that compares says which fields differ', async (t) => {
      const spain = authorities[door === 'rest' ? 'byRest' : 'bySoap'];
      const verdict = await spain.ask(parseVatId(spanish.vatId)!, { ...spanish, town: 'Sevilla & "más" <1>' });
      t.match(verdict, {
        outcome: 'valid',
        fields: { name: 'match', street: 'match', postcode: 'match', town: 'mismatch' },
      });
    });

    await t.test('no error is a verdict on the number', async (t) => {
      for (const [, code] of viesFaults) {
        authorities.inject({ kind: 'vies', code });
        const result = await validator.check(operator);
        const expected =
          code === 'INVALID_INPUT'
            ? 'malformed'
            : /BLOCKED|REQUESTER/.test(code)
              ? 'refused'
              : /MAX_CONCURRENT/.test(code)
                ? 'busy'
                : 'unavailable';
        t.match(result, { outcome: expected, rawStatus: code }, code);
      }
      authorities.inject({ kind: 'vies', code: 'SOMETHING_NEW' });
      t.match(await validator.check(operator), { outcome: 'unavailable', rawStatus: 'SOMETHING_NEW' });
      authorities.inject(null);
      t.match(await validator.check(operator), { outcome: 'valid' }, 'and afterwards all is well');
    });

    await t.test('the test numbers mean the same, filled up with zeros', async (t) => {
      for (const [number, outcome] of Object.entries(testNumbers)) {
        const result = await validator.check({ ...operator, vatId: `DE000000${number}` });
        t.match(result, { rawStatus: outcome }, number);
      }
    });

    await t.test('what is no answer', async (t) => {
      const faults = [
        [{ kind: 'maintenancePage', httpStatus: 200 }, 'unavailable', /HTTP 200 text\/html/],
        [{ kind: 'maintenancePage', httpStatus: 503 }, 'unavailable', /HTTP 503/],
        [{ kind: 'maintenancePage', httpStatus: 404 }, 'refused', /HTTP 404/],
        [{ kind: 'emptyBody', httpStatus: 500 }, 'unavailable', /HTTP 500/],
        [{ kind: 'brokenDocument' }, 'unavailable', /HTTP 200/],
        [{ kind: 'dropped' }, 'unavailable', /\w/],
        [{ kind: 'endless' }, 'unavailable', /\w/],
      ] as const;
      for (const [fault, outcome, rawStatus] of faults) {
        authorities.inject(fault);
        t.match(await validator.check(operator), { outcome, rawStatus }, JSON.stringify(fault));
      }
    });
  });
}

t.test('a wrong requester is our mistake', async (t) => {
  const authorities = await testAuthorities(t, { requesters: [own.text] });
  const withPrefix = { state: 'DE' as VatState, number: 'DE147167387', text: 'DE147167387' };
  const id = parseVatId(operator.vatId)!;
  const rest = viesRest(authorities.serviceAt(authorities.viesRestUrl), withPrefix);
  const soap = viesSoap(authorities.serviceAt(authorities.viesSoapUrl), withPrefix);
  for (const door of [rest, soap])
    t.match(await door.ask(id, operator), { outcome: 'refused', rawStatus: 'INVALID_REQUESTER_INFO' });
});

t.test('SOAP as other servers write it: another prefix, faults with status 200', async (t) => {
  const authorities = await testAuthorities(t, { soapStyle: { prefix: 'soap', faultStatus: 200 } });
  t.match(await authorities.soap.check(operator), { outcome: 'valid', fields: nothingDisclosed });
  authorities.inject({ kind: 'vies', code: 'MS_UNAVAILABLE' }, 'DE');
  t.match(await authorities.soap.check(operator), { outcome: 'unavailable', rawStatus: 'MS_UNAVAILABLE' });
});

t.test('documents that a parser must not trust', async (t) => {
  const answers = [
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><Envelope><Body>&a;</Body></Envelope>',
    `${'<a>'.repeat(5_000)}${'</a>'.repeat(5_000)}`,
    '<Envelope><Body><checkVatApproxResponse><valid>maybe</valid></checkVatApproxResponse></Body></Envelope>',
    '<Envelope><Body><checkVatApproxResponse/></Body></Envelope>',
  ];
  for (const text of answers) {
    const ask = async () => ({ status: 200, contentType: 'text/xml', text });
    const door = viesSoap({ ask, host: 'test', close: async () => undefined }, own);
    t.match(await door.ask(own, operator), { outcome: 'unavailable' }, text.slice(0, 60));
  }
  for (const text of ['{"valid":"true"}', '{"valid":null}', '{"isValid":true}', '[]', 'null', '{"errorWrappers":[]}']) {
    const ask = async () => ({ status: 200, contentType: 'application/json', text });
    const door = viesRest({ ask, host: 'test', close: async () => undefined }, own);
    t.match(await door.ask(own, operator), { outcome: 'unavailable' }, text);
  }
});

t.test('the doors of the stand-in that nobody here uses answer as VIES does', async (t) => {
  const { viesRestUrl, viesSoapUrl, inject } = await testAuthorities(t);
  const post = async (url: string, body: string) => {
    const reply = await request(url, { method: 'POST', body });
    return { status: reply.statusCode, text: await reply.body.text() };
  };
  const test = (vatNumber: string) =>
    post(`${viesRestUrl}/check-vat-test-service`, JSON.stringify({ countryCode: 'FR', vatNumber }));
  t.match(await test('100'), { status: 200, text: /"valid":true.*John Doe/ });
  t.match(await test('200'), { text: /"valid":false/ });
  t.match(await test('601'), { status: 200, text: /"actionSucceed":false.*MS_MAX_CONCURRENT_REQ_TIME/ });
  t.match(await test('7'), { text: /SERVICE_UNAVAILABLE/ }, 'anything else');
  const half = { countryCode: 'DE', vatNumber: '147167387', requesterNumber: '147167387' };
  t.match(await post(`${viesRestUrl}/check-vat-number`, JSON.stringify(half)), { status: 400, text: /VOW-ERR-11/ });
  t.match(await post(`${viesRestUrl}/check-vat-number`, 'hello'), { status: 500, text: /VOW-ERR-1/ });
  const soap = (vatNumber: string) =>
    post(
      viesSoapUrl.replace('checkVatService', 'checkVatTestService'),
      `<e:Envelope xmlns:e="x"><e:Body><u:checkVat xmlns:u="y"><u:countryCode>AT</u:countryCode><u:vatNumber>${vatNumber}</u:vatNumber></u:checkVat></e:Body></e:Envelope>`,
    );
  t.match(await soap('100'), { status: 200, text: /<ns2:requestDate>\d{4}-\d\d-\d\d\+\d\d:00<.*<ns2:valid>true</ });
  t.match(await soap('300'), { status: 500, text: /<env:Fault><faultcode>env:Server<.*SERVICE_UNAVAILABLE/ });
  inject({ kind: 'vies', code: 'SERVICE_UNAVAILABLE' });
  const status = await (await request(`${viesRestUrl}/check-status`)).body.json();
  t.match(status, { vow: { available: false }, countries: [{ countryCode: 'AT' }] });
});
