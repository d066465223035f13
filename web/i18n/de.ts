import { accountDe } from '../account/messages.de.js';
import { emailDe } from '../account/messages.email.de.js';
import { ownDataDe } from '../account/messages.own-data.de.js';
import { passwordDe } from '../account/messages.password.de.js';
import { tokensDe } from '../account/messages.tokens.de.js';
import { webhooksDe } from '../account/messages.webhooks.de.js';
import { vatDe } from '../account/messages.vat.de.js';
import { officeDe } from '../office/messages.de.js';
import { plantDe } from '../plant/messages.de.js';
import { fleetDe } from '../plants/messages.fleet.de.js';
import { plantsDe } from '../plants/messages.de.js';
import { sharingDe } from '../sharing/messages.de.js';
import { publicDe } from '../public-plants/messages.de.js';
import { shellDe } from '../shell/messages.de.js';
import { alertsDe } from '../alerts/messages.de.js';
import { documentsDe } from '../site/messages.documents.de.js';
import { licenceDe } from '../shop/messages.licence.de.js';
import { repairDe } from '../repairs/messages.de.js';
import { shopDe } from '../shop/messages.de.js';
import { siteDe } from '../site/messages.de.js';

/** All texts. Each room has `messages.de.ts` and `messages.en.ts`; English is typed by German, so none is missing. */
export const de = {
  ...shellDe,
  ...siteDe,
  ...publicDe,
  ...documentsDe,
  ...accountDe,
  ...passwordDe,
  ...emailDe,
  ...ownDataDe,
  ...tokensDe,
  ...webhooksDe,
  ...vatDe,
  ...plantsDe,
  ...fleetDe,
  ...plantDe,
  ...shopDe,
  ...licenceDe,
  ...repairDe,
  ...sharingDe,
  ...alertsDe,
  ...officeDe,
} as const;

export type MessageId = keyof typeof de;
