import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { readConfig } from '../../adapters/config.js';
import { editionFolder } from '../support/editions.js';

const secrets = { JWT_SECRET: 'x'.repeat(32), MASTER_KEY: Buffer.alloc(32, 7).toString('base64') };

t.test('nothing set: embedded defaults, secrets made once and kept', async (t) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sitelink-config-'));
  t.teardown(() => rm(dataDir, { recursive: true }));
  const config = readConfig({ DATA_DIR: dataDir, PORT: '' });
  t.match(config, {
    development: true,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    databaseUrl: null,
    smtpUrl: null,
    isMailboxOpen: false,
    trustProxy: { length: 0 },
    vat: { isSimulated: true, viesUrl: null, bzstUrl: null, night: null },
    mapTiles: null,
  });
  t.equal(config.masterKey.length, 32);
  t.same(readConfig({ DATA_DIR: dataDir }), config);
  t.equal((await stat(join(dataDir, 'master-key'))).mode & 0o777, 0o600);
  await writeFile(join(dataDir, 'master-key'), 'oops');
  t.throws(() => readConfig({ DATA_DIR: dataDir }), { message: /^MASTER_KEY in .* is damaged/ });
  t.throws(() => readConfig({ DATA_DIR: join(dataDir, 'master-key') }), { message: /^DATA_DIR / });
});

t.test('passwords', (t) => {
  const read = (more: object) => readConfig({ ...secrets, DATA_DIR: tmpdir(), ...more }).passwords;
  t.same(read({}), { argon2: { memoryCostKiB: 19_456, timeCost: 2, parallelism: 1 }, areCommonOnesRefused: true });
  t.same(read({ ARGON2: 'm=65536,t=3,p=4', COMMON_PASSWORDS: 'allowed' }), {
    argon2: { memoryCostKiB: 65_536, timeCost: 3, parallelism: 4 },
    areCommonOnesRefused: false,
  });
  for (const ARGON2 of ['m=7167,t=2,p=1', 'm=19456,t=0,p=1', 'm=19456,t=2,p=17', 'm=2000000,t=2,p=1', 'fast', 't=2']) {
    t.throws(() => read({ ARGON2 }), { message: /^ARGON2 must be m=/ }, ARGON2);
  }
  t.throws(() => read({ COMMON_PASSWORDS: 'no' }), { message: 'COMMON_PASSWORDS must be refused or allowed.' });
  t.end();
});

t.test('mails are signed', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'sitelink-dkim-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const pem = (bits: number) =>
    generateKeyPairSync('rsa', { modulusLength: bits }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const key = pem(1024);
  await writeFile(join(folder, 'dkim.pem'), key);
  const names = {
    DKIM_DOMAIN: 'example.org',
    DKIM_SELECTOR: 'portal',
    MAIL_FROM: 'SiteLink <portal@mail.example.org>',
  };
  const read = (more: object) => readConfig({ ...secrets, DATA_DIR: tmpdir(), ...more }).dkim;
  t.equal(read({}), null);
  const signed = { domain: 'example.org', selector: 'portal', privateKey: key.trim() };
  t.same(read({ ...names, DKIM_KEY_FILE: join(folder, 'dkim.pem') }), signed);
  t.same(read({ ...names, DKIM_KEY: key.replaceAll('\n', '\\n') }), signed, 'in one line');
  const broken = (more: object, message: RegExp) => t.throws(() => read(more), { message });
  broken({ DKIM_DOMAIN: 'example.org' }, /belong together/);
  broken(names, /belong together/);
  broken({ ...names, DKIM_KEY: key, DKIM_KEY_FILE: 'x' }, /belong together/);
  broken({ ...names, DKIM_KEY_FILE: join(folder, 'nowhere') }, /cannot be read \(ENOENT\)/);
  broken({ ...names, DKIM_KEY: 'secret' }, /^The DKIM key must be a private RSA key as PEM(?!.*secret)/);
  const edwards = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  broken({ ...names, DKIM_KEY: edwards }, /private RSA key/);
  broken({ ...names, DKIM_KEY: pem(512) }, /private RSA key/);
  broken(
    { ...names, DKIM_KEY: key, MAIL_FROM: 'portal@badexample.org' },
    /^MAIL_FROM \(badexample.org\) must be an address of/,
  );
  broken({ ...names, DKIM_DOMAIN: 'not a domain' }, /^DKIM_DOMAIN must be a domain/);
});

t.test('roles', (t) => {
  const nodes = { ...secrets, DATABASE_URL: 'postgres://u@h/db' };
  t.equal(readConfig(nodes).role, 'all');
  t.equal(readConfig({ ...nodes, ROLE: 'worker' }).role, 'worker');
  t.throws(() => readConfig({ ...nodes, ROLE: 'boss' }), { message: 'ROLE must be web, worker or all.' });
  t.throws(() => readConfig({ ...secrets, ROLE: 'web' }), { message: /^DATABASE_URL must be set when ROLE=web/ });
  t.end();
});

t.test('everything set: production', async (t) => {
  const config = readConfig({
    ...secrets,
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://u@h/db',
    SMTP_URL: 'smtps://u:p@mail.example',
    PUBLIC_URL: 'https://portal.example/',
    TRUST_PROXY: '10.0.0.2, fd00::/8',
    AUDIT_MAIL_TO: 'audit@example.org, office@example.org,audit@example.org',
    AUDIT_WEBHOOK_URL: 'https://audit.example/roots',
    AUDIT_WEBHOOK_SECRET: 'x'.repeat(32),
    VIES_URL: 'https://vies.example/rest-api/',
    BZST_URL: 'https://bzst.example/app',
    OWN_VAT_ID: 'de 147167387',
    MAP_TILES_URL: 'https://tiles.example:8443/{z}/{x}/{y}{r}.png',
    MAP_TILES_ATTRIBUTION: '© Karten GmbH https://tiles.example/about',
  });
  t.strictSame(config.audit, {
    mailTo: ['audit@example.org', 'office@example.org'],
    webhook: { url: 'https://audit.example/roots', secret: 'x'.repeat(32) },
  });
  t.strictSame(config.vat, {
    viesUrl: 'https://vies.example/rest-api',
    viesProtocol: 'rest',
    bzstUrl: 'https://bzst.example/app',
    ownVatId: 'DE147167387',
    night: { from: '23:00', to: '05:00' },
    isSimulated: false,
  });
  t.strictSame(config.mapTiles, {
    urlTemplate: 'https://tiles.example:8443/{z}/{x}/{y}{r}.png',
    attribution: '© Karten GmbH',
    attributionUrl: 'https://tiles.example/about',
  });
  t.match(config, { development: false, publicUrl: 'https://portal.example', trustProxy: ['10.0.0.2', 'fd00::/8'] });
});

t.test('VAT ids are simulated only where nothing is meant to be real', async (t) => {
  const smtp = { SMTP_URL: 'smtp://mail.example' };
  const database = { DATABASE_URL: 'postgres://u@h/db' };
  const isSimulated = (environment: Record<string, string>) =>
    readConfig({ ...secrets, ...environment }).vat.isSimulated;
  t.ok(isSimulated(database));
  t.ok(isSimulated(smtp));
  t.notOk(isSimulated({ ...smtp, ...database }));
  t.notOk(isSimulated({ ...smtp, NODE_ENV: 'production' }), 'production, with the embedded database');
  t.notOk(isSimulated({ BZST_URL: 'http://127.0.0.1:1/app', OWN_VAT_ID: 'DE147167387' }));
  t.strictSame(readConfig({ ...secrets, BZST_NIGHT: '22:30-04:15' }).vat.night, { from: '22:30', to: '04:15' });
});

const seller = {
  ...{ name: 'Sonne & Söhne GmbH', street: 'Weg 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
  ...{ vatId: 'DE147167387', taxNumber: '99/015/12345', registrationCourt: 'Amtsgericht Stuttgart' },
  ...{ registrationNumber: 'HRB 12345', email: 'rechnung@sonne.example', phone: '+49 7123 1' },
};

function sellerFile(t: Parameters<typeof editionFolder>[0], content: unknown): string {
  return join(editionFolder(t, { 'seller.json': JSON.stringify(content) }), 'seller.json');
}

t.test('who sells', (t) => {
  const read = (more: Record<string, string>) => readConfig({ ...secrets, DATA_DIR: tmpdir(), ...more }).seller;
  t.match(read({}), { name: /Musterangaben/ }, 'as long as no real money is taken');
  const unzer = (stage: string) => ({ UNZER_PRIVATE_KEY: `${stage}-priv-1`, UNZER_PUBLIC_KEY: `${stage}-pub-1` });
  t.match(read(unzer('s')), { name: /Musterangaben/ });
  t.throws(() => read(unzer('p')), { message: /^SELLER must be set when UNZER_PRIVATE_KEY takes real money/ });
  t.strictSame(read({ ...unzer('p'), SELLER: sellerFile(t, seller) }), seller);
  const refused: readonly (readonly [object, RegExp])[] = [
    [{ taxNumber: null }, /: taxNumber: /],
    [{ country: 'AT' }, /: country: must be DE/],
    [{ vatId: 'ATU12345678' }, /: vatId: must be a German VAT id/],
    [{ iban: 'DE00' }, /iban/],
  ];
  for (const [wrong, message] of refused) {
    t.throws(() => read({ SELLER: sellerFile(t, { ...seller, ...wrong }) }), { name: 'ConfigError', message });
  }
  const named = sellerFile(t, { ...seller, representedBy: 'Erika Sonne' });
  t.match(readConfig({ ...secrets, DATA_DIR: tmpdir(), SELLER: named }), { seller, representedBy: 'Erika Sonne' });
  t.throws(() => read({ SELLER: '/nowhere/seller.json' }), { message: /^SELLER must name a JSON file .*ENOENT/ });
  t.end();
});

t.test('who takes the money', (t) => {
  const read = (more: Record<string, string>) => readConfig({ ...secrets, DATA_DIR: tmpdir(), ...more }).payment;
  const keys = (stage: string) => ({ UNZER_PRIVATE_KEY: `${stage}-priv-1`, UNZER_PUBLIC_KEY: `${stage}-pub-1` });
  t.strictSame(read({}), { provider: 'sandbox' });
  const nodes = { DATABASE_URL: 'postgres://u@h/db', SMTP_URL: 'smtp://mail.example' };
  t.strictSame(read(nodes), { provider: 'none' }, 'nobody pays with play money where all else is real');
  t.strictSame(read({ ...nodes, NODE_ENV: 'production' }), { provider: 'none' });
  t.match(read(keys('s')), {
    provider: 'unzer',
    stage: 's',
    apiUrl: 'https://sbx-api.unzer.com/v1',
    tokenUrl: 'https://token.test.upcgw.com/v1/auth/token',
    pageUrl: 'https://paypage.test.unzer.com/v2/merchant/paypage',
    methods: { AT: ['eps'], PL: ['przelewy24'] },
  });
  t.match(read({ ...keys('p'), SELLER: sellerFile(t, seller), UNZER_METHODS: 'NL:ideal' }), {
    stage: 'p',
    apiUrl: 'https://api.unzer.com/v1',
    tokenUrl: 'https://token.upcgw.com/v1/auth/token',
    pageUrl: 'https://paypage.unzer.com/v2/merchant/paypage',
    methods: { NL: ['ideal'] },
  });
  t.match(read({ ...keys('s'), UNZER_API_URL: 'http://127.0.0.1:1/v1/' }), { apiUrl: 'http://127.0.0.1:1/v1' });
  t.end();
});

t.test('a wrong value names its variable in one sentence', async (t) => {
  const wrong: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ PORT: 'http' }, /^PORT must be a whole number from 0 to 65535\.$/],
    [{ PORT: '70000' }, /^PORT must be a whole number/],
    [{ HOST: 'not a host' }, /^HOST must/],
    [{ PUBLIC_URL: 'portal.example' }, /^PUBLIC_URL must be an address that starts with http:\/\/ or https:\/\/\.$/],
    [{ DATABASE_URL: 'mysql://x' }, /^DATABASE_URL must/],
    [{ EVENT_STORE: 'files' }, /^EVENT_STORE must be postgres, or an address that starts with esdb:/],
    [{ EVENT_STORE: 'esdb://' }, /^EVENT_STORE must be postgres/],
    [{ EVENT_STORE: 'esdb://a:2113?throwOnAppendFailure=false' }, /^EVENT_STORE must not set/],
    [{ SMTP_URL: 'mail' }, /^SMTP_URL must/],
    [{ MAIL_FROM: 'nobody' }, /^MAIL_FROM must/],
    [{ AUDIT_MAIL_TO: 'a@example.org,nobody' }, /^AUDIT_MAIL_TO must list e-mail addresses/],
    [{ AUDIT_WEBHOOK_URL: 'ftp://a' }, /^AUDIT_WEBHOOK_URL must be an address/],
    [{ AUDIT_WEBHOOK_URL: 'https://a' }, /^AUDIT_WEBHOOK_SECRET must be set, too/],
    [{ AUDIT_WEBHOOK_SECRET: 'short' }, /^AUDIT_WEBHOOK_SECRET must have at least 32/],
    [{ JWT_SECRET: 'short' }, /^JWT_SECRET must have at least 32/],
    [{ MASTER_KEY: 'AAAA' }, /^MASTER_KEY must be 32 random bytes/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must/],
    [{ DEV_MAILBOX: 'public' }, /^DEV_MAILBOX must be local or open\.$/],
    ...['true', '1', '10.0.0.0/33', '::/129', '10.0.0.1/8/8', '10.0.0.1/', 'proxy', '10.0.0.1,'].map(
      (proxies) => [{ TRUST_PROXY: proxies }, /^TRUST_PROXY must list the addresses/] as const,
    ),
    ...[
      'tiles.example/{z}/{x}/{y}.png',
      'https://tiles.example/{z}/{x}.png',
      'https://{s}.tiles.example/{z}/{x}/{y}.png',
      'https://tiles.example/{s}/{z}/{x}/{y}.png',
      "https://tiles.example;script-src 'self'/{z}/{x}/{y}.png",
      'https://user:word@tiles.example/{z}/{x}/{y}.png',
    ].map(
      (tiles) => [{ MAP_TILES_URL: tiles, MAP_TILES_ATTRIBUTION: '©' }, /^MAP_TILES_URL must be an address/] as const,
    ),
    [{ MAP_TILES_URL: 'https://tiles.example/{z}/{x}/{y}.png' }, /^MAP_TILES_ATTRIBUTION must be set/],
    [{ MAP_TILES_ATTRIBUTION: '©' }, /^MAP_TILES_URL must be set/],
    [{ NODE_ENV: 'prod' }, /^NODE_ENV must/],
    [{ VIES_URL: 'vies' }, /^VIES_URL must be an address/],
    [{ VIES_PROTOCOL: 'corba' }, /^VIES_PROTOCOL must be rest or soap\.$/],
    [{ BZST_URL: 'https://bzst.example/app' }, /^OWN_VAT_ID must be set when VIES_URL or BZST_URL is/],
    [{ OWN_VAT_ID: 'ATU12345678' }, /^OWN_VAT_ID must be a German VAT id/],
    [{ UNZER_PRIVATE_KEY: 's-pub-1' }, /^UNZER_PRIVATE_KEY must be a key of Unzer that starts with s-priv- or p-priv-/],
    [{ UNZER_PRIVATE_KEY: 's-priv-1' }, /^UNZER_PUBLIC_KEY must be set, too/],
    [{ UNZER_PUBLIC_KEY: 's-pub-1' }, /^UNZER_PRIVATE_KEY must be set, too/],
    [
      { UNZER_PRIVATE_KEY: 's-priv-1', UNZER_PUBLIC_KEY: 'p-pub-1' },
      /^UNZER_PRIVATE_KEY and UNZER_PUBLIC_KEY must both/,
    ],
    [{ UNZER_API_URL: 'unzer' }, /^UNZER_API_URL must be an address/],
    [{ UNZER_METHODS: 'Austria=eps' }, /^UNZER_METHODS must list means of payment by country/],
    [{ BZST_NIGHT: '23:00-25:00' }, /^BZST_NIGHT must be none, or times of day/],
  ];
  for (const [environment, message] of wrong) {
    t.throws(() => readConfig({ ...secrets, ...environment }), { name: 'ConfigError', message }, message.source);
  }
  t.throws(() => readConfig({ ...secrets, NODE_ENV: 'production' }), {
    name: 'ConfigError',
    message: /^SMTP_URL must be set/,
  });
  const production = { NODE_ENV: 'production', SMTP_URL: 'smtp://mail.example' };
  t.throws(() => readConfig(production), { message: /^JWT_SECRET must be set/ });
  t.throws(() => readConfig({ DATABASE_URL: 'postgres://h/d', JWT_SECRET: secrets.JWT_SECRET }), {
    message: /^MASTER_KEY must be set/,
  });
});
