import { randomUUID } from 'node:crypto';
import t from 'tap';
import { postgresApiTokens } from '../../adapters/api-tokens/api-tokens.js';
import { isTokenText, newTokenText } from '../../adapters/api-tokens/token-text.js';
import { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';

t.test('the text of a token is known by its prefix and its checksum', async (t) => {
  const texts = new Set(Array.from({ length: 200 }, newTokenText));
  t.equal(texts.size, 200);
  for (const text of texts) {
    t.match(text, /^slpat_[0-9A-Za-z]{38}$/);
    t.ok(isTokenText(text));
    const place = 6 + Math.floor(Math.random() * 38);
    const typo = `${text.slice(0, place)}${text[place] === 'x' ? 'y' : 'x'}${text.slice(place + 1)}`;
    t.notOk(isTokenText(typo), 'a typo is noticed');
  }
  t.notOk(isTokenText('slpat_'));
  t.notOk(isTokenText(newTokenText().slice(6)));
});

t.test('tokens', async (t) => {
  const { db } = await testDatabase(t);
  let now = Temporal.Now.instant();
  const counted: string[] = [];
  const open = () =>
    postgresApiTokens(db, {
      attempts: { countAgainst: async (address) => void counted.push(address) },
      clock: { now: () => now },
      onError: (error) => t.error(error),
    });
  const tokens = open();
  t.teardown(() => tokens.close());
  const newAccount = async () => {
    const accountId = AccountId.parse(randomUUID());
    const at = now.toString();
    const row = {
      account_id: accountId,
      user_name_key: accountId,
      password_hash: 'x',
      changed_at: at,
      reserved_at: at,
    };
    await db.insertInto('credentials').values(row).execute();
    return accountId;
  };
  const newToken = async (accountId: AccountId, changes: object = {}) => {
    const token = {
      tokenId: randomUUID(),
      accountId,
      name: 'Test',
      scopes: ['plants:read', 'readings:read'],
      plantIds: null,
      createdAt: now,
      expiresAt: now.add({ hours: 1 }),
      ...changes,
    } as const;
    const text = await tokens.add(token);
    if (text === null) throw new Error('there is one with this id');
    return { ...token, text };
  };

  t.test('what is stored tells no token', async (t) => {
    const { tokenId, text } = await newToken(await newAccount());
    const row = await db.selectFrom('api_tokens').selectAll().where('id', '=', tokenId).executeTakeFirstOrThrow();
    t.equal(row['token_hash'].length, 32);
    t.notMatch(JSON.stringify(row), text.slice(6));
  });

  t.test('what it allows, until it is revoked', async (t) => {
    const accountId = await newAccount();
    const plantIds = [PlantId.parse(randomUUID())];
    const { tokenId, text, scopes } = await newToken(accountId, { plantIds });
    t.strictSame(await tokens.use(text, '10.0.0.1'), { tokenId, accountId, scopes, plantIds });
    t.ok(await tokens.isActive(tokenId));
    await tokens.revoke(await newAccount(), tokenId, now);
    t.ok(await tokens.isActive(tokenId), 'nobody revokes what is another’s');
    await tokens.revoke(accountId, tokenId, now);
    t.equal(await tokens.use(text, '10.0.0.1'), null, 'at once');
    t.notOk(await tokens.isActive(tokenId));
    t.strictSame(await tokens.list(accountId), []);
    t.strictSame(counted, [], 'whoever has an old one does not guess');
  });

  t.test('until it expires', async (t) => {
    const accountId = await newAccount();
    const { tokenId, text } = await newToken(accountId);
    t.ok(await tokens.use(text, '10.0.0.1'));
    const before = now;
    now = now.add({ hours: 1 });
    t.equal(await tokens.use(text, '10.0.0.1'), null, 'also from the memory');
    t.notOk(await tokens.isActive(tokenId));
    t.match(await tokens.list(accountId), [{ tokenId }], 'its owner sees that it has expired');
    now = now.add({ hours: 91 * 24 });
    t.strictSame(await tokens.list(accountId), []);
    now = before;
  });

  t.test('with the account all are gone', async (t) => {
    const accountId = await newAccount();
    const [one, two] = [await newToken(accountId), await newToken(accountId)];
    const other = await newToken(await newAccount());
    await tokens.revokeAll(accountId, now);
    t.strictSame([await tokens.use(one.text, 'a'), await tokens.use(two.text, 'a')], [null, null]);
    t.ok(await tokens.use(other.text, 'a'));
    await db.deleteFrom('credentials').where('account_id', '=', other.accountId).execute();
    t.equal(await open().use(other.text, '10.0.0.9'), null);
  });

  t.test('unknown ones count against the address, each once; typos do not', async (t) => {
    counted.length = 0;
    const text = newTokenText();
    for (let index = 0; index < 3; index++) t.equal(await tokens.use(text, '10.0.0.2'), null);
    t.strictSame(counted, ['10.0.0.2']);
    await tokens.use(newTokenText(), '10.0.0.2');
    t.equal(counted.length, 2);
    await tokens.use(`${text.slice(0, -1)}-`, '10.0.0.2');
    await tokens.use('slpat_typo', '10.0.0.2');
    t.equal(counted.length, 2);
  });

  t.test('the last use is seen at once and written later', async (t) => {
    const accountId = await newAccount();
    const node = open();
    const { tokenId, text } = await newToken(accountId);
    t.match(await node.list(accountId), [{ lastUsedAt: null }]);
    await node.use(text, '10.0.0.1');
    t.match(await node.list(accountId), [{ tokenId, lastUsedAt: now }]);
    t.match(await tokens.list(accountId), [{ lastUsedAt: null }], 'no request waits for it');
    await node.close();
    const [seen] = await tokens.list(accountId);
    t.equal(seen?.lastUsedAt?.epochMilliseconds, now.epochMilliseconds);
  });

  t.test('a year after their end they are forgotten', async (t) => {
    const accountId = await newAccount();
    const { text } = await newToken(accountId);
    const year = 365 * 24;
    await tokens.removeOld(now.add({ hours: year + 1 }));
    t.ok(await open().use(text, 'a'));
    t.ok((await tokens.removeOld(now.add({ hours: year + 2 }))) > 0);
    t.equal(await open().use(text, 'a'), null);
  });
});
