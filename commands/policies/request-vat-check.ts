import { v5 as uuidV5 } from 'uuid';
import { accountDecider } from '../../domain/account/account.js';
import { EmailValidated } from '../../domain/account/events.js';
import { isOf } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { handle } from '../handle.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

const checkNamespace = '5e0f9f5e-3a0b-4b39-8c5c-6f8a6a2c7d10';

/** A7: once the e-mail address of a business is validated, its VAT id is checked. */
export function requestVatCheckPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'request-vat-check',
    prefixes: ['account-'],
    async react(event, context) {
      if (!isOf(EmailValidated, event)) return [];
      const { accountId, validatedAt } = event.data;
      const checkId = uuidV5(event.id, checkNamespace);
      const at = Temporal.Instant.from(validatedAt);
      const command = { type: 'RequestVatCheck', reason: 'registered', checkId, at } as const;
      await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
      return [];
    },
  };
}
