import type { operatorsDe } from './messages.operators.de.js';

export const operatorsEn: Readonly<Record<keyof typeof operatorsDe, string>> = {
  'office.operators': 'Who works in the office',
  'office.operatorsLead':
    'All accounts with roles of the operator. Roles are given and taken back on the command line with create-operator.',
  'office.noOperators': 'Nobody has a role yet',
  'office.who': 'Account',
  'office.roles': 'Roles',
  'office.state': 'State',
  'office.given': 'since {day}, by {by}',
  'office.byCommandLine': 'the command line',
  'office.invited': 'Password not chosen yet',
  'office.ready': 'With second factor',
  'office.noSecondFactor': 'No second factor: roles do not work',
  'office.role.partner': 'Service partner',
  'office.role.support': 'Support',
  'office.role.advocate': 'Customer advocate',
  'office.role.catalogueManager': 'Prices and catalogue',
  'office.role.auditor': 'Auditor',
  'office.role.admin': 'Administration',
};
