import type { ownDataDe } from './messages.own-data.de.js';

export const ownDataEn: Readonly<Record<keyof typeof ownDataDe, string>> = {
  'ownData.title': 'Your data',
  'ownData.text':
    'Everything that the portal has stored about you and your plants, in one archive: details, plants, events and all measured values, as JSON and as tables.',
  'ownData.ask': 'Ask for the archive',
  'ownData.askAgain': 'Ask for a new one',
  'ownData.building': 'The archive is being made:',
  'ownData.mail': 'There is no need to wait: you get a mail once it is finished.',
  'ownData.ready': 'Your archive is ready: {size}, as of {when}.',
  'ownData.until': 'It stays here until {when} and can be fetched only after signing in.',
  'ownData.download': 'Download',
  'ownData.gone': 'There is no archive here: each is deleted after 7 days. Simply ask for a new one.',
  'ownData.failed': 'The archive could not be made. Please try once more.',
  'erasure.title': 'Delete the account',
  'erasure.text':
    'All plants and measured values go with the account. You have 14 days to think better of it; until then everything stays as it is.',
  'erasure.open': 'Delete account …',
  'erasure.confirmTitle': 'Delete the account',
  'erasure.lost': 'In 14 days we delete for good:',
  'erasure.lostPlants': 'all plants with tariffs, trial and licences; their inverters become free',
  'erasure.lostValues': 'all measured values and messages of these plants',
  'erasure.lostAccess': 'your details, sign-ins and access tokens',
  'erasure.kept':
    'We keep invoices for as long as tax law requires, and the address of an agreed repair until your device is back and paid for. If you want to keep your data, ask for the archive first.',
  'erasure.ask': 'Request deletion',
  'erasure.asked': 'Deletion was requested',
  'erasure.waiting': 'Your account will be deleted on {when}.',
  'erasure.notCancelled': 'That did not work. Your account will still be deleted on {when}; please try again.',
  'erasure.waitingText':
    'Until then everything stays as it is. Nothing can be restored after that. The deletion can be taken back at the top of every page.',
  'erasure.cancel': 'Take the deletion back',
  'erasure.cancelled': 'Your account stays',
};
