import { v5 as uuidV5 } from 'uuid';
import { z } from 'zod';
import type { Clock } from '../../commands/ports.js';
import type { AuditConfig } from './config.js';
import type { LogNotice } from '../event-log/daily-roots.js';
import { LogFault } from '../event-log/log-faults.js';
import { DailyRoot } from '../event-log/verification.js';
import type { OutboxEntry } from '../outbox/port.js';

const namespace = '0d3c8f51-6c7e-4c53-9a4e-6f2a8a4d7b19';

/** What waits in the outbox for auditors. Their addresses are configuration of the operator, no data of users. */
export const AuditPayload = z.discriminatedUnion('template', [
  z.object({ template: z.literal('daily-root'), at: z.iso.datetime(), to: z.email().optional(), root: DailyRoot }),
  z.object({ template: z.literal('broken-log'), at: z.iso.datetime(), to: z.email().optional(), fault: LogFault }),
]);
export type AuditPayload = z.infer<typeof AuditPayload>;

/** The messages that tell whom the operator named: one for each receiver, so that one that fails holds up no other. */
export function auditMessages(
  { mailTo, webhook }: AuditConfig,
  clock: Clock,
): (notice: LogNotice) => readonly OutboxEntry[] {
  return (notice) => {
    const at = clock.now().toString();
    const [subject, payload] =
      notice.kind === 'root'
        ? [`root/${notice.root.day}`, { template: 'daily-root', at, root: notice.root } satisfies AuditPayload]
        : [`broken/${notice.fault.id}`, { template: 'broken-log', at, fault: notice.fault } satisfies AuditPayload];
    const entry = { id: (to: string) => uuidV5(`${subject}/${to}`, namespace), eventId: null };
    return [
      ...mailTo.map((to) => ({ ...entry, id: entry.id(to), kind: 'audit-mail' as const, payload: { ...payload, to } })),
      ...(webhook === null ? [] : [{ ...entry, id: entry.id('webhook'), kind: 'audit-webhook' as const, payload }]),
    ];
  };
}
