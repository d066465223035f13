import { accountEn } from '../account/messages.en.js';
import { emailEn } from '../account/messages.email.en.js';
import { ownDataEn } from '../account/messages.own-data.en.js';
import { passwordEn } from '../account/messages.password.en.js';
import { tokensEn } from '../account/messages.tokens.en.js';
import { webhooksEn } from '../account/messages.webhooks.en.js';
import { vatEn } from '../account/messages.vat.en.js';
import { officeEn } from '../office/messages.en.js';
import { plantEn } from '../plant/messages.en.js';
import { fleetEn } from '../plants/messages.fleet.en.js';
import { plantsEn } from '../plants/messages.en.js';
import { sharingEn } from '../sharing/messages.en.js';
import { publicEn } from '../public-plants/messages.en.js';
import { shellEn } from '../shell/messages.en.js';
import { alertsEn } from '../alerts/messages.en.js';
import { documentsEn } from '../site/messages.documents.en.js';
import { licenceEn } from '../shop/messages.licence.en.js';
import { repairEn } from '../repairs/messages.en.js';
import { shopEn } from '../shop/messages.en.js';
import { siteEn } from '../site/messages.en.js';
import type { MessageId } from './de.js';

export const en: Readonly<Record<MessageId, string>> = {
  ...shellEn,
  ...siteEn,
  ...publicEn,
  ...documentsEn,
  ...accountEn,
  ...passwordEn,
  ...emailEn,
  ...ownDataEn,
  ...tokensEn,
  ...webhooksEn,
  ...vatEn,
  ...plantsEn,
  ...fleetEn,
  ...plantEn,
  ...shopEn,
  ...licenceEn,
  ...repairEn,
  ...sharingEn,
  ...alertsEn,
  ...officeEn,
};
