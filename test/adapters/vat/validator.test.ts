import t from 'tap';
import { NoReply, type Reply } from '../../../adapters/ask.js';
import { withCircuitBreaker } from '../../../adapters/circuit-breaker.js';
import { openVatIdValidator } from '../../../adapters/vat/open.js';
import { takingTurns } from '../../../adapters/vat/turns.js';
import { vatIdValidator } from '../../../adapters/vat/validator.js';
import { readConfig } from '../../../adapters/config.js';
import { operator, sample, testAuthorities } from '../../support/authorities.js';

t.test('who is asked for which id', async (t) => {
  const authorities = await testAuthorities(t);
  await authorities.rest.check(operator);
  await authorities.rest.check(sample);
  t.match(
    authorities.questions.map(({ path }) => path),
    [/rest-api\/check-vat-number$/, /^\/app\/v1\/abfrage$/],
  );
  await t.rejects(authorities.rest.check({ ...operator, vatId: 'DE1' }), TypeError);
});

t.test('without a service there is no verdict', async (t) => {
  const nobody = vatIdValidator({ VIES: null, BZST: null });
  t.match(await nobody.check(operator), { outcome: 'notConfigured', rawStatus: /VIES/ });
  t.match(await nobody.check(sample), { outcome: 'notConfigured', rawStatus: /BZST/ });
});

t.test('an authority that does not answer in time', async (t) => {
  const { rest, inject } = await testAuthorities(t, {}, 100);
  inject({ kind: 'silence' });
  t.match(await rest.check(operator), { outcome: 'unavailable', rawStatus: /TIMEOUT/ });
});

t.test('one question about a state at a time', async (t) => {
  const { rest, holdUntil, questions } = await testAuthorities(t, { maxConcurrentPerState: 1 });
  let open: () => void = () => undefined;
  holdUntil(new Promise<void>((resolve) => (open = resolve)));
  const all = [1, 2, 3].map(() => rest.check(operator));
  const other = rest.check(sample);
  while (questions.length < 2) await new Promise((resolve) => setImmediate(resolve));
  t.equal(questions.filter(({ path }) => path.includes('vies')).length, 1, 'the others wait');
  open();
  for (const result of await Promise.all([...all, other])) t.match(result, { outcome: 'valid' });
});

t.test('turns', async (t) => {
  const inTurn = takingTurns(2);
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    if (running === 0) throw new Error('the last one fails');
  };
  const results = await Promise.allSettled(Array.from({ length: 7 }, () => inTurn('DE', work)));
  t.equal(most, 2);
  t.equal(results.length, 7, 'a failure lets the next one in');
});

t.test('a service that is down is spared for a while', async (t) => {
  let nowMs = 0;
  let asked = 0;
  let next: () => Promise<Reply> = async () => Promise.reject(new NoReply('ECONNREFUSED'));
  const service = () => {
    asked += 1;
    return next();
  };
  const ask = withCircuitBreaker(service, { failuresToOpen: 3, coolDownMs: 1_000, nowMs: () => nowMs });
  const question = { method: 'POST', path: '', headers: {}, body: '' } as const;
  const page = (status: number, contentType: string) => async () => ({ status, contentType, text: '' });
  const fails = (message: string) => t.rejects(ask(question), { name: 'NoReply', message });

  await fails('ECONNREFUSED');
  next = page(503, 'text/html');
  t.match(await ask(question), { status: 503 }, 'an error page is a failure, and still a reply');
  next = page(500, 'text/xml; charset=utf-8');
  t.match(await ask(question), { status: 500 }, 'a fault in words of the service is none');
  next = async () => Promise.reject(new NoReply('ECONNREFUSED'));
  for (let n = 0; n < 3; n++) await fails('ECONNREFUSED');
  t.equal(asked, 6);
  await fails('CIRCUIT_OPEN');
  t.equal(asked, 6, 'nobody was asked');
  nowMs = 1_000;
  await fails('ECONNREFUSED');
  await fails('CIRCUIT_OPEN');
  t.equal(asked, 7, 'one tried');
  nowMs = 2_000;
  next = page(200, 'application/json');
  t.match(await ask(question), { status: 200 });
  t.match(await ask(question), { status: 200 });
  t.equal(asked, 9, 'and all may ask again');
});

t.test('as configured', async (t) => {
  const open = async (environment: Record<string, string>) => {
    const validator = await openVatIdValidator(readConfig({ DATA_DIR: t.testdir(), ...environment }).vat);
    t.teardown(() => validator.close());
    return validator;
  };
  const simulated = await open({});
  t.match(await simulated.check(operator), { outcome: 'valid', service: 'simulator' });
  t.match(await simulated.check({ ...operator, vatId: 'DE111111111' }), { outcome: 'valid' }, 'whatever looks right');
  t.match(await simulated.check({ ...operator, vatId: 'DE000000200' }), { outcome: 'invalid' });
  t.match(await simulated.check({ ...sample, town: 'Wien' }), { outcome: 'valid', fields: { town: 'mismatch' } });

  const { viesSoapUrl, bzstUrl, questions } = await testAuthorities(t);
  const OWN_VAT_ID = 'DE 147 167 387';
  const real = await open({ VIES_URL: viesSoapUrl, VIES_PROTOCOL: 'soap', BZST_URL: `${bzstUrl}/`, OWN_VAT_ID });
  t.match(await real.check(operator), { outcome: 'valid', service: '127.0.0.1' });
  t.match(await real.check(sample), { outcome: 'valid', service: '127.0.0.1' });
  t.equal(questions.length, 2);
  const half = await open({ VIES_URL: viesSoapUrl, OWN_VAT_ID });
  t.match(await half.check(sample), { outcome: 'notConfigured' }, 'a named service switches the simulator off');
});
