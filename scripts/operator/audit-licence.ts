import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parseExportLine } from '../../adapters/event-log/export-format.js';
import { auditLicence, type LicenceAudit } from '../../adapters/event-log/licence-audit.js';
import { readLog } from '../../adapters/event-log/read-log.js';
import type { EventStore, RecordedEvent } from '../../adapters/event-store/port.js';
import { PlantId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { formulaOf } from '../../domain/licence/remaining-value.js';
import { requireFile } from './input-file.js';
import { runTool, UsageError, type Output } from './output.js';

export type AuditHouse = { readonly store: EventStore; close(): Promise<void> };

const help = `Proves the licence of a plant from its events: every credit is computed again, every hash compared.

  audit-licence <plantId> [--as-of <instant>] [--json]      one plant, event by event
  audit-licence --all [--as-of <instant>] [--json]          every plant; only what is wrong is told in full
  audit-licence --file <export.jsonl> [--as-of …] [--json]  out of an exported log (verify-log --export), without a database

  --as-of  as it stood then, for example 2026-07-21T12:00:00Z; events recorded later are left out
  --json   one JSON document

Exit code 0: everything is as it should be; 1: something is not; 2: wrong arguments or file.`;

const options = {
  all: { type: 'boolean', default: false },
  file: { type: 'string' },
  'as-of': { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

/** The command line tool; a file is audited without opening the house. */
export function auditLicenceCommand(
  args: readonly string[],
  openHouse: () => Promise<AuditHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [plant] = positionals;
    const chosen = [plant, values.file, values.all || undefined].filter((choice) => choice !== undefined);
    if (chosen.length !== 1 || positionals.length > 1) {
      throw new UsageError('Please choose one plant, --all or --file.');
    }
    const asOf = instantOf(values['as-of']);
    const streams = values.file === undefined ? await fromStore(openHouse, plant) : await fromFile(values.file);
    if (streams.size === 0 && plant !== undefined) throw new UsageError(`There is no licence of a plant ${plant}.`);
    const audits = [...streams.values()].map((events) => auditLicence(events, asOf));
    if (values.json) output.out(JSON.stringify(answerOf(audits, asOf)));
    else tell(audits, plant !== undefined, output);
    return audits.every(({ isRight }) => isRight) ? 0 : 1;
  });
}

function instantOf(text: string | undefined): string {
  try {
    return (text === undefined ? Temporal.Now.instant() : Temporal.Instant.from(text)).toString();
  } catch {
    throw new UsageError('--as-of must be an instant, for example 2026-07-21T12:00:00Z.');
  }
}

type Streams = ReadonlyMap<string, readonly RecordedEvent[]>;
const prefixes = ['licence-'];

async function fromStore(openHouse: () => Promise<AuditHouse>, plant: string | undefined): Promise<Streams> {
  const plantId = plant === undefined ? null : PlantId.safeParse(plant);
  if (plantId?.success === false) throw new UsageError(`${plant} is not the id of a plant.`);
  const house = await openHouse();
  try {
    if (plantId !== null) {
      const streamId = streamOf.licence(plantId.data);
      const events = await house.store.readStream(streamId);
      return new Map(events === null ? [] : [[streamId, events]]);
    }
    const streams = new Map<string, RecordedEvent[]>();
    for await (const page of readLog(house.store)) for (const event of page) collect(streams, event);
    return streams;
  } finally {
    await house.close();
  }
}

async function fromFile(file: string): Promise<Streams> {
  await requireFile(file);
  const streams = new Map<string, RecordedEvent[]>();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number++;
    if (line === '') continue;
    const event = parseExportLine(line);
    if (event === null) throw new UsageError(`${file}, line ${number}: not an exported event.`);
    collect(streams, event);
  }
  return streams;
}

function collect(streams: Map<string, RecordedEvent[]>, event: RecordedEvent): void {
  if (!prefixes.some((prefix) => event.streamId.startsWith(prefix))) return;
  const events = streams.get(event.streamId);
  if (events === undefined) streams.set(event.streamId, [event]);
  else events.push(event);
}

function answerOf(audits: readonly LicenceAudit[], asOf: string) {
  return {
    ok: audits.every(({ isRight }) => isRight),
    asOf,
    plants: audits.map(({ events, history: _history, credits, ...audit }) => ({
      ...audit,
      events: events.map(({ revision, type, recordedAt, id, metadata, data }) => ({
        ...{ revision: Number(revision), type, recordedAt, id, data },
        ...{ actor: metadata.actor, correlationId: metadata.correlationId, causationId: metadata.causationId ?? null },
        command: metadata.command ?? null,
        hash: metadata.hash ?? null,
      })),
      credits: credits.map((check) => ({ ...check, formula: formulaOf(check.computed) })),
    })),
  };
}

function tell(audits: readonly LicenceAudit[], inFull: boolean, output: Output): void {
  for (const audit of audits) if (inFull || !audit.isRight) tellOne(audit, output);
  const wrong = audits.filter(({ isRight }) => !isRight).length;
  output.out(
    wrong === 0
      ? `${audits.length} histories, all as they should be.`
      : `${wrong} of ${audits.length} histories are WRONG.`,
  );
}

function tellOne(
  { plantId, events, credits, brokenAt, unreadableAt, value, soldCents }: LicenceAudit,
  output: Output,
): void {
  output.out(`plant ${plantId}`);
  const checks = new Map(credits.map((check) => [check.revision, check]));
  for (const [index, { type, recordedAt, metadata }] of events.entries()) {
    output.out(`  ${index}  ${recordedAt}  ${type}  by ${metadata.actor.kind} ${metadata.actor.id}`);
    const check = checks.get(index);
    if (check === undefined) continue;
    const { computed, stored, isEqual } = check;
    const found = isEqual ? 'as stored' : `STORED WAS ${stored.netCents} net, ${stored.grossCents} gross`;
    output.out(`     ${formulaOf(computed)} → ${computed.netCents} net, ${computed.grossCents} gross: ${found}`);
  }
  if (brokenAt !== null) output.out(`  THE CHAIN IS BROKEN at revision ${brokenAt}`);
  if (unreadableAt !== null) output.out(`  REVISION ${unreadableAt} CANNOT BE READ`);
  output.out(
    `  sold ${soldCents}, worth ${value.grossCents} on ${value.day}, balance ${value.balanceCents} (gross cents)`,
  );
}
