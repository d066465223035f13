import t from 'tap';
import {
  actions,
  actionsOf,
  dependsOnRole,
  mayDo,
  OperatorRole,
  refusalOf,
  rolesFor,
  scopeFor,
} from '../../../domain/account/access.js';

const office = 'support, advocate, catalogue-manager, auditor, admin';

t.test('who may do what', async (t) => {
  t.strictSame(Object.fromEntries(actions.map((action) => [action, rolesFor(action).join(', ')])), {
    'plants:add': 'owner',
    'plants:view': 'owner, viewer, manager',
    'readings:view': 'owner, viewer, manager',
    'reports:order': 'owner, viewer, manager',
    'plants:change': 'owner, manager',
    'plants:remove': 'owner',
    'plants:share': 'owner',
    'plants:leave': 'viewer, manager',
    'invitations:accept': 'owner',
    'alerts:view': 'owner, viewer, manager',
    'alerts:change': 'owner, manager',
    'licences:view': 'owner',
    'licences:buy': 'owner',
    'orders:read': 'owner',
    'repairs:order': 'owner',
    'repairs:follow': 'owner',
    'repairs:read': 'support, advocate, auditor, admin',
    'repairs:handle': 'advocate, admin',
    'devices:read': 'support, advocate, auditor, admin',
    'devices:import': 'catalogue-manager, admin',
    'prices:publish': 'catalogue-manager, admin',
    'documents:read': 'support, auditor, admin',
    'documents:publish': 'admin',
    'licences:audit': 'support, auditor, admin',
    'licences:operate': 'admin',
    'orders:audit': 'support, auditor, admin',
    'orders:operate': 'support, admin',
    'office:enter': office,
    'operators:read': 'support, auditor, admin',
    'operators:change': 'admin',
    'accounts:read': 'support, auditor, admin',
    'accounts:operate': 'support, admin',
    'projections:read': 'support, auditor, admin',
    'projections:operate': 'admin',
    'outbox:read': 'support, auditor, admin',
    'outbox:operate': 'support, admin',
    'accounts:confirm-business': 'support, admin',
  });
});

t.test('it matters what somebody is to a plant, except where everybody who sees it may do it', async (t) => {
  const some = ['plants:change', 'plants:remove', 'plants:share', 'plants:leave'] as const;
  t.strictSame(
    actions.filter((action) => action.startsWith('plants:') && action !== 'plants:add' && dependsOnRole(action)),
    some,
  );
  const allowed = (role: 'owner' | 'manager' | 'viewer') => some.filter((action) => mayDo(role, action));
  t.strictSame(allowed('owner'), ['plants:change', 'plants:remove', 'plants:share']);
  t.strictSame(allowed('manager'), ['plants:change', 'plants:leave']);
  t.strictSame(allowed('viewer'), ['plants:leave']);
});

t.test('what tokens may do is listed; everything else they never do', async (t) => {
  const open = actions.filter((action) => scopeFor(action) !== null);
  t.strictSame(Object.fromEntries(open.map((action) => [action, scopeFor(action)])), {
    'plants:view': 'plants:read',
    'readings:view': 'readings:read',
    'alerts:view': 'plants:read',
    'alerts:change': 'alerts:write',
    'licences:view': 'billing:read',
    'orders:read': 'billing:read',
  });
  t.equal(scopeFor('account'), null);
});

t.test('roles work only with a second factor', async (t) => {
  const admin = { roles: ['admin'], secondFactor: 'proven' } as const;
  t.equal(refusalOf('projections:operate', admin), null);
  t.equal(refusalOf('projections:operate', { ...admin, secondFactor: 'missing' }), 'totp.set-up-required');
  t.equal(refusalOf('projections:operate', { ...admin, roles: ['auditor'] }), 'access.denied');
  t.equal(refusalOf('projections:operate', { ...admin, roles: ['auditor', 'admin'] }), null, 'one role is enough');
  t.equal(refusalOf('plants:view', { roles: [], secondFactor: 'missing' }), null, 'with one’s own plants');
  t.strictSame(actionsOf({ ...admin, secondFactor: 'missing' }), []);
  t.strictSame(actionsOf({ ...admin, roles: ['partner'] }), [], 'a partner does not work in the office');
});

t.test('an auditor reads and changes nothing', async (t) => {
  const allowed = actionsOf({ roles: ['auditor'], secondFactor: 'proven' });
  t.ok(allowed.length > 0);
  t.strictSame(
    allowed.filter((action) => !/:(read|enter|audit)$/.test(action)),
    [],
  );
});

t.test('an admin may do whatever somebody in the office may', async (t) => {
  const admin = actionsOf({ roles: ['admin'], secondFactor: 'proven' });
  for (const role of OperatorRole.options) {
    const others = actionsOf({ roles: [role], secondFactor: 'proven' });
    t.strictSame(
      others.filter((action) => !admin.includes(action)),
      [],
      role,
    );
  }
});
