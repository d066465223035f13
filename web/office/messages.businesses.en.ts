import type { businessesDe } from './messages.businesses.de.js';

export const businessesEn: Readonly<Record<keyof typeof businessesDe, string>> = {
  'office.businesses.title': 'Businesses',
  'office.businesses.lead':
    'Businesses outside the EU, whose details no authority confirms. Once you confirm one, it can use all services.',
  'office.businesses.none': 'Nobody is waiting',
  'office.businesses.noneText': 'Businesses outside the EU stand here until somebody has checked them.',
  'office.businesses.company': 'Company and user',
  'office.businesses.address': 'Address',
  'office.businesses.taxId': 'Tax number',
  'office.businesses.action': 'Confirmation',
  'office.businesses.confirmOne': 'Confirm {name}',
  'office.businesses.confirm': 'Confirm',
  'office.businesses.confirmTitle': 'Confirm {name}?',
  'office.businesses.confirmText':
    'The confirmation stands with your name in the history of the account and counts until company, number or country change.',
  'office.businesses.evidence': 'What shows that the business exists?',
  'office.businesses.evidenceHelp':
    'For example: commercial register of the canton of Zurich, CHE-107.787.577, looked up on 27 November.',
  'office.businesses.confirmed': '{name} is confirmed',
};
