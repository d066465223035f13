import t from 'tap';
import type { PlantRole, Right } from '../../../domain/account/access.js';
import type { Actor } from '../../../domain/kernel/event.js';
import { AccountId, InvitationId, PlantId } from '../../../domain/kernel/ids.js';
import { plantLimits, type PlantCommand } from '../../../domain/plant/commands.js';
import type { PlantEvent } from '../../../domain/plant/events.js';
import { plantDecider } from '../../../domain/plant/plant.js';
import { roleIn } from '../../../domain/plant/roles.js';
import { sharingHistory } from '../../../domain/plant/sharing-history.js';
import { given } from '../../support/given.js';

const at = '2026-11-27T12:00:00Z';
const later = '2026-11-27T12:01:00Z';
const expiresAt = '2026-12-11T12:00:00Z';
const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const ownerId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const anna = AccountId.parse('0198a000-0000-7000-8000-000000000003');
const bert = AccountId.parse('0198a000-0000-7000-8000-000000000004');
const invitationId = InvitationId.parse('0198a000-0000-7000-8000-000000000101');
const second = InvitationId.parse('0198a000-0000-7000-8000-000000000102');
const by = (id: string): Actor => ({ kind: 'account', id });
const owner = by(ownerId);
const clock: Actor = { kind: 'policy', id: 'test' };

const planted: PlantEvent = {
  type: 'PlantAdded',
  data: {
    ...{ plantId, ownerId, at, name: 'Scheune', description: '', moduleName: '', kind: 'pv', public: false },
    address: { street: '', postcode: '72555', town: 'Metzingen', country: 'DE' },
    location: { latitudeDeg: 48.5, longitudeDeg: 9.3, altitudeM: 350 },
    timeZone: 'Europe/Berlin',
    powerTemperatureCoefficientPercentPerK: -0.4,
    ...{ azimuthDeg: 180, tiltDeg: 30, moduleAreaM2: 100, generatorPowerW: 20_000, feedInTariffs: [] },
  },
};
const ofInvitation = { plantId, invitationId, at };
const invitedAs = (right: Right, id = invitationId, email = 'anna@example.org'): PlantEvent => ({
  type: 'ThirdPartyInvited',
  data: { plantId, invitationId: id, at, email, right, language: 'de', expiresAt },
});
const acceptedAs = (right: Right): PlantEvent => ({
  type: 'InvitationAccepted',
  data: { ...ofInvitation, accountId: anna, right },
});
const invited = [planted, invitedAs('viewer')];
const viewed = [...invited, acceptedAs('viewer')];
const managed = [planted, invitedAs('manager'), acceptedAs('manager')];

const invite = {
  type: 'InviteThirdParty',
  at,
  actor: owner,
  invitationId,
  email: 'anna@example.org',
  right: 'viewer',
  language: 'de',
} as const;
const acceptIt = { type: 'AcceptInvitation', at: later, actor: by(anna), invitationId, accountId: anna } as const;

t.test('an invitation goes to an address, once', async (t) => {
  given(plantDecider, [planted])
    .when(invite)
    .then(t, [invitedAs('viewer')]);
  given(plantDecider, invited).when(invite).thenNothing(t);
  const again = { ...invite, invitationId: second, email: 'Anna@Example.org' } as const;
  given(plantDecider, invited).when(again).thenRejected(t, { code: 'invitation.exists' });
  given(plantDecider, viewed).when(again).thenRejected(t, { code: 'grant.exists' });
  const revoked: PlantEvent = { type: 'GrantRevoked', data: { ...ofInvitation, accountId: anna, reason: 'byOwner' } };
  given(plantDecider, [...viewed, revoked])
    .when(again)
    .then(t, [invitedAs('viewer', second, 'Anna@Example.org')]);

  const full = Array.from({ length: plantLimits.thirdParties }, (_, index) =>
    invitedAs(
      'viewer',
      InvitationId.parse(`0198a000-0000-7000-8000-0000000002${String(index).padStart(2, '0')}`),
      `${index}@x.org`,
    ),
  );
  given(plantDecider, [planted, ...full])
    .when(invite)
    .thenRejected(t, { code: 'plant.too-many-third-parties' });
});

t.test('it is sent again at most once a minute, and its time begins anew', async (t) => {
  const again = { type: 'RepeatInvitation', at: later, actor: owner, invitationId } as const;
  given(plantDecider, invited)
    .when({ ...again, at: '2026-11-27T12:00:59.999Z' })
    .thenRejected(t, { code: 'invitation.too-soon' });
  const repeated: PlantEvent = {
    type: 'InvitationRepeated',
    data: { ...ofInvitation, at: later, expiresAt: '2026-12-11T12:01:00Z' },
  };
  given(plantDecider, invited).when(again).then(t, [repeated]);
  given(plantDecider, viewed).when(again).thenRejected(t, { code: 'invitation.not-found' });
  const expired: PlantEvent = { type: 'InvitationExpired', data: { ...ofInvitation, at: expiresAt } };
  given(plantDecider, [...invited, expired, repeated])
    .when({ ...acceptIt, at: '2026-12-11T12:00:30Z' })
    .then(t, [
      {
        type: 'InvitationAccepted',
        data: { ...ofInvitation, at: '2026-12-11T12:00:30Z', accountId: anna, right: 'viewer' },
      },
    ]);
});

t.test('it is accepted in time, by one account', async (t) => {
  const accepted = { ...acceptedAs('viewer'), data: { ...ofInvitation, at: later, accountId: anna, right: 'viewer' } };
  given(plantDecider, invited)
    .when(acceptIt)
    .then(t, [accepted as PlantEvent]);
  given(plantDecider, viewed).when(acceptIt).thenNothing(t);
  given(plantDecider, viewed)
    .when({ ...acceptIt, actor: by(bert), accountId: bert })
    .thenRejected(t, { code: 'invitation.not-found' });
  given(plantDecider, invited)
    .when({ ...acceptIt, at: expiresAt })
    .thenRejected(t, { code: 'invitation.expired' });
  given(plantDecider, invited)
    .when({ ...acceptIt, accountId: ownerId })
    .thenRejected(t, { code: 'invitation.own-plant' });
  given(plantDecider, [...viewed, invitedAs('manager', second, 'other@example.org')])
    .when({ ...acceptIt, invitationId: second })
    .thenRejected(t, { code: 'grant.exists' });
  given(plantDecider, [planted]).when(acceptIt).thenRejected(t, { code: 'invitation.not-found' });
});

t.test('it ends by refusal, by withdrawal and by time', async (t) => {
  const ended = (type: 'InvitationDeclined' | 'InvitationWithdrawn' | 'InvitationExpired', when = at): PlantEvent => ({
    type,
    data: { ...ofInvitation, at: when },
  });
  const decline = { type: 'DeclineInvitation', at, actor: { kind: 'system', id: 'link' }, invitationId } as const;
  given(plantDecider, invited)
    .when(decline)
    .then(t, [ended('InvitationDeclined')]);
  given(plantDecider, invited)
    .when({ type: 'WithdrawInvitation', at, actor: owner, invitationId })
    .then(t, [ended('InvitationWithdrawn')]);
  const expire = { type: 'ExpireInvitation', at: expiresAt, actor: clock, invitationId } as const;
  given(plantDecider, invited)
    .when({ ...expire, at: '2026-12-11T11:59:59Z' })
    .thenNothing(t);
  given(plantDecider, invited)
    .when(expire)
    .then(t, [ended('InvitationExpired', expiresAt)]);
  given(plantDecider, [...invited, ended('InvitationExpired', expiresAt)])
    .when(expire)
    .thenNothing(t);
  for (const type of ['InvitationDeclined', 'InvitationWithdrawn'] as const) {
    const over = given(plantDecider, [...invited, ended(type)]);
    over.when(acceptIt).thenRejected(t, { code: 'invitation.not-found' });
    over.when(decline).thenRejected(t, { code: 'invitation.not-found' });
    over.when(expire).thenNothing(t);
  }
  given(plantDecider, viewed).when(decline).thenRejected(t, { code: 'invitation.not-found' });
});

t.test('a right is changed, taken away and given up', async (t) => {
  const data = { ...ofInvitation, accountId: anna };
  const change = { type: 'ChangeGrant', at, actor: owner, accountId: anna, right: 'manager' } as const;
  given(plantDecider, viewed)
    .when(change)
    .then(t, [{ type: 'GrantChanged', data: { ...data, right: 'manager' } }]);
  given(plantDecider, managed).when(change).thenNothing(t);
  const revoke = { type: 'RevokeGrant', at, actor: owner, accountId: anna } as const;
  const revoked: PlantEvent = { type: 'GrantRevoked', data: { ...data, reason: 'byOwner' } };
  given(plantDecider, viewed).when(revoke).then(t, [revoked]);
  const leave = { type: 'LeavePlant', at, actor: by(anna), accountId: anna } as const;
  given(plantDecider, viewed)
    .when(leave)
    .then(t, [{ type: 'GrantGivenUp', data: { ...data, reason: 'left' } }]);
  const erase = { type: 'EndErasedGrant', at, actor: clock, accountId: anna } as const;
  given(plantDecider, viewed)
    .when(erase)
    .then(t, [{ type: 'GrantGivenUp', data: { ...data, reason: 'erased' } }]);
  const over = given(plantDecider, [...viewed, revoked]);
  over.when(change).thenRejected(t, { code: 'grant.not-found' });
  over.when(revoke).thenRejected(t, { code: 'grant.not-found' });
  over.when(leave).thenRejected(t, { code: 'plant.not-found' });
  over.when(erase).thenNothing(t);
});

t.test('who may do what with a plant', async (t) => {
  const commands: Readonly<Record<string, PlantCommand>> = {
    change: { type: 'ChangePlant', at, actor: owner, changes: { name: 'Neu' } },
    remove: { type: 'RemovePlant', at, actor: owner },
    invite: { ...invite, invitationId: second, email: 'carl@example.org' },
    repeat: { type: 'RepeatInvitation', at: later, actor: owner, invitationId },
    withdraw: { type: 'WithdrawInvitation', at, actor: owner, invitationId },
    changeGrant: { type: 'ChangeGrant', at, actor: owner, accountId: anna, right: 'manager' },
    revoke: { type: 'RevokeGrant', at, actor: owner, accountId: anna },
  };
  const allowed: Readonly<Record<PlantRole, readonly string[]>> = {
    owner: Object.keys(commands),
    manager: ['change'],
    viewer: [],
  };
  const third = { owner: viewed, viewer: viewed, manager: managed } as const;
  for (const role of ['owner', 'manager', 'viewer'] as const) {
    for (const [name, command] of Object.entries(commands)) {
      const actor = role === 'owner' ? owner : by(anna);
      const decision = plantDecider.decide({ ...command, actor }, given(plantDecider, third[role]).state());
      const isRefused = !decision.ok && decision.rejection.code === 'plant.right-missing';
      t.equal(!isRefused, allowed[role].includes(name), `${role}: ${name}`);
    }
  }
  for (const [name, command] of Object.entries(commands)) {
    const decision = plantDecider.decide({ ...command, actor: by(bert) }, given(plantDecider, viewed).state());
    t.match(decision, { ok: false, rejection: { code: 'plant.not-found' } }, `stranger: ${name}`);
  }
  given(plantDecider, viewed)
    .when({ type: 'LeavePlant', at, actor: owner, accountId: ownerId })
    .thenRejected(t, { code: 'plant.right-missing' });
  const state = given(plantDecider, managed).state();
  if (state.status !== 'active') throw new Error('no plant');
  t.strictSame(
    [ownerId, anna, bert].map((id) => roleIn(state, id)),
    ['owner', 'manager', null],
  );
});

t.test('with the plant every right and invitation ends', async (t) => {
  const remove = { type: 'RemovePlant', at, actor: owner } as const;
  given(plantDecider, [...viewed, invitedAs('manager', second, 'bert@example.org')])
    .when(remove)
    .then(t, [
      { type: 'InvitationWithdrawn', data: { plantId, invitationId: second, at } },
      { type: 'GrantRevoked', data: { ...ofInvitation, accountId: anna, reason: 'plantRemoved' } },
      { type: 'PlantRemoved', data: { plantId, at } },
    ]);
});

t.test('the history tells who was asked, came and went, the newest first', async (t) => {
  const events: readonly PlantEvent[] = [
    ...viewed,
    { type: 'GrantChanged', data: { ...ofInvitation, at: later, accountId: anna, right: 'manager' } },
    {
      type: 'ThirdPartyInvited',
      data: { plantId, invitationId: second, at, email: { erased: true }, right: 'viewer', language: 'en', expiresAt },
    },
  ];
  const email = 'anna@example.org';
  t.strictSame(sharingHistory(events), [
    { at, what: 'invited', email: null, accountId: null, right: 'viewer' },
    { at: later, what: 'changed', email, accountId: anna, right: 'manager' },
    { at, what: 'accepted', email, accountId: anna, right: 'viewer' },
    { at, what: 'invited', email, accountId: null, right: 'viewer' },
  ]);
});
