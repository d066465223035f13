import t from 'tap';
import { accountDecider, type RegisterAccount } from '../../../domain/account/account.js';
import type { AccountEvent } from '../../../domain/account/events.js';
import { AccountId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { given } from '../../support/given.js';

const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555666');
const at = Temporal.Instant.from('2026-11-23T10:00:00Z');
const later = at.add({ minutes: 5 });

const registration = {
  accountId,
  userName: 'Sonnenwirt',
  email: 'wirt@example.org',
  kind: 'consumer',
  person: { firstName: 'Anna', lastName: 'Wirt' },
  company: null,
  address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
  language: 'de',
} as const;
const register: RegisterAccount = {
  type: 'RegisterAccount',
  ...registration,
  accepted: { terms: '2026-11-01', privacy: '2026-11-02' },
  at,
};
const company = { name: 'Solarhof GmbH', legalForm: 'GmbH', vatId: null };

const registered: readonly AccountEvent[] = [
  { type: 'AccountRegistered', data: { ...registration, registeredAt: at.toString() } },
  {
    type: 'DocumentAccepted',
    data: { accountId, kind: 'terms', version: '2026-11-01', acceptedAt: at.toString() },
  },
  {
    type: 'DocumentAccepted',
    data: { accountId, kind: 'privacy', version: '2026-11-02', acceptedAt: at.toString() },
  },
];
const validated: AccountEvent = { type: 'EmailValidated', data: { accountId, validatedAt: later.toString() } };

t.test('registration', async (t) => {
  given(accountDecider, []).when(register).then(t, registered);
  given(accountDecider, [])
    .when({ ...register, kind: 'business' })
    .thenRejected(t, { code: 'account.company-required' });
  given(accountDecider, [])
    .when({ ...register, company })
    .thenRejected(t, { code: 'account.company-not-allowed' });
  given(accountDecider, registered).when(register).thenRejected(t, { code: 'account.already-registered' });

  const business = accountDecider.decide({ ...register, kind: 'business', company }, given(accountDecider, []).state());
  t.match(business, { ok: true, events: [{ data: { kind: 'business', company } }, {}, {}] });
  t.match(given(accountDecider, registered).state(), {
    status: 'registered',
    acceptedVersions: { terms: '2026-11-01', privacy: '2026-11-02' },
  });
});

t.test('the link of the mail activates the account, once', async (t) => {
  const command = { type: 'ValidateEmail', proof: 'link', at: later } as const;
  given(accountDecider, []).when(command).thenRejected(t, { code: 'account.not-registered' });
  given(accountDecider, registered).when(command).then(t, [validated]);
  given(accountDecider, [...registered, validated])
    .when(command)
    .thenRejected(t, { code: 'validation.used' });
  t.equal(given(accountDecider, [...registered, validated]).state().status, 'active');
});

t.test('where another registration made room, the link alone does not say whose password it is', async (t) => {
  const replaced: AccountEvent = {
    type: 'EarlierRegistrationReplaced',
    data: { accountId, replacedAt: at.toString() },
  };
  const [first, ...documents] = registered;
  const both = [first as AccountEvent, replaced, ...documents];
  given(accountDecider, [])
    .when({ ...register, isReplacing: true })
    .then(t, both);
  given(accountDecider, both)
    .when({ type: 'ValidateEmail', proof: 'link', at: later })
    .thenRejected(t, { code: 'validation.password-required' });
  given(accountDecider, both).when({ type: 'ValidateEmail', proof: 'password', at: later }).then(t, [validated]);
});

t.test('a validation mail can be sent again, but not in a hurry', async (t) => {
  const requested: AccountEvent = {
    type: 'ValidationMailRequested',
    data: { accountId, requestedAt: later.toString() },
  };
  const request = (when: Temporal.Instant) => ({ type: 'RequestValidationMail', at: when }) as const;
  given(accountDecider, []).when(request(later)).thenNothing(t);
  given(accountDecider, registered)
    .when(request(at.add({ seconds: 59 })))
    .thenNothing(t);
  given(accountDecider, registered).when(request(later)).then(t, [requested]);
  given(accountDecider, [...registered, requested])
    .when(request(later.add({ seconds: 1 })))
    .thenNothing(t);
  given(accountDecider, [...registered, validated])
    .when(request(later))
    .thenNothing(t);
});

t.test('who does not validate in time gives way to somebody else', async (t) => {
  const expire = (when: Temporal.Instant) => ({ type: 'ExpireRegistration', at: when }) as const;
  const over = at.add({ hours: 7 * 24 });
  const expired: AccountEvent = { type: 'RegistrationExpired', data: { accountId, expiredAt: over.toString() } };
  given(accountDecider, []).when(expire(over)).thenNothing(t);
  given(accountDecider, registered)
    .when(expire(over.subtract({ seconds: 1 })))
    .thenNothing(t);
  given(accountDecider, registered).when(expire(over)).then(t, [expired]);
  given(accountDecider, [...registered, validated])
    .when(expire(over))
    .thenNothing(t);
  const gone = given(accountDecider, [...registered, expired]);
  gone.when(expire(over)).thenNothing(t);
  gone
    .when({ type: 'ValidateEmail', proof: 'link', at: over })
    .thenRejected(t, { code: 'validation.registration-expired' });
  gone.when({ type: 'RequestValidationMail', at: over }).thenNothing(t);
  gone.when({ type: 'NoteRepeatedRegistration', at: over }).thenNothing(t);
});

t.test(
  'who never validated is replaced by whoever registers with the address, or shows to read its mail',
  async (t) => {
    const expired: AccountEvent = { type: 'RegistrationExpired', data: { accountId, expiredAt: later.toString() } };
    for (const type of ['NoteRepeatedRegistration', 'ReplaceRegistration'] as const) {
      given(accountDecider, registered).when({ type, at: later }).then(t, [expired]);
      given(accountDecider, []).when({ type, at: later }).thenNothing(t);
      given(accountDecider, [...registered, expired])
        .when({ type, at: later })
        .thenNothing(t);
    }
    given(accountDecider, [...registered, expired])
      .when({ type: 'ValidateEmail', proof: 'link', at: later })
      .thenRejected(t, { code: 'validation.registration-expired' });
    given(accountDecider, [...registered, validated])
      .when({ type: 'ReplaceRegistration', at: later })
      .thenNothing(t);
  },
);

t.test('the owner hears of a second registration with the same address, but not in masses', async (t) => {
  const repeated: AccountEvent = { type: 'RegistrationRepeated', data: { accountId, repeatedAt: later.toString() } };
  const note = (when: Temporal.Instant) => ({ type: 'NoteRepeatedRegistration', at: when }) as const;
  given(accountDecider, []).when(note(later)).thenNothing(t);
  given(accountDecider, [...registered, validated])
    .when(note(later))
    .then(t, [repeated]);
  given(accountDecider, [...registered, validated, repeated])
    .when(note(later.add({ seconds: 59 })))
    .thenNothing(t);
});

t.test('somebody of the office signs an account out everywhere', async (t) => {
  const endedAt = at.toString();
  const ended: AccountEvent = { type: 'SessionsEnded', data: { accountId, endedAt } };
  given(accountDecider, registered).when({ type: 'EndSessions', at }).then(t, [ended]);
  given(accountDecider, []).when({ type: 'EndSessions', at }).thenRejected(t, { code: 'account.not-registered' });
});

t.test('somebody of the office lifts a lock', async (t) => {
  const unlocked: AccountEvent = { type: 'AccountUnlocked', data: { accountId, unlockedAt: at.toString() } };
  given(accountDecider, registered).when({ type: 'Unlock', at }).then(t, [unlocked]);
  given(accountDecider, []).when({ type: 'Unlock', at }).thenRejected(t, { code: 'account.not-registered' });
});
