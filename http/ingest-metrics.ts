import type { PostgresIntake } from '../adapters/readings/intake.js';
import type { InverterServiceObserver } from './legacy/inverter-service.js';
import type { Metrics } from './plugins/metrics.js';

/** What devices send and what became of it, as metrics; called once. */
export function ingestObserver(
  metrics: Metrics,
  intake: Pick<PostgresIntake, 'counters' | 'unclaimedUse'>,
): InverterServiceObserver {
  const messages = metrics.counter('sitelink_device_messages_total', 'Messages of devices that were acknowledged', [
    'kind',
  ]);
  const refused = metrics.counter('sitelink_device_messages_refused_total', 'Messages of devices without OK', [
    'reason',
  ]);
  const dropped = metrics.counter('sitelink_device_values_dropped_total', 'Values in messages that could not be read');
  for (const [name, help] of Object.entries(intakeHelp)) {
    const key = name as keyof typeof intakeHelp;
    metrics.gauge(`sitelink_intake_${snakeCase(name)}`, help, () => intake.counters[key]);
  }
  for (const key of ['devices', 'messages', 'bytes'] as const) {
    const help = `What is kept of devices that no plant has, in ${key}`;
    metrics.gauge(`sitelink_unclaimed_${key}`, help, async () => (await intake.unclaimedUse())[key]);
  }
  return {
    received(kind, _records, droppedValues) {
      messages.labels(kind).inc();
      if (droppedValues > 0) dropped.inc(droppedValues);
    },
    refused: (reason) => refused.labels(reason).inc(),
  };
}

const intakeHelp: Readonly<Record<keyof PostgresIntake['counters'], string>> = {
  recordsStored: 'Records stored since the start',
  duplicatesIgnored: 'Records that were there already',
  repeatedStamps: 'Records kept aside because another one of the device bears their time',
  repeatedStampsDropped: 'Records dropped because too many of the device bear their time',
  batchesCommitted: 'Commits of records',
  batchesFailed: 'Commits of records that failed; the devices were told to send again',
  implausibleClocks: 'Records kept aside because of an impossible time',
  implausibleValues: 'Values left out because they are physically impossible',
  unclaimedStored: 'Messages kept for devices that no plant has',
  unclaimedDropped: 'Messages of unknown devices that gave way to the bounds',
  foreignMacs: 'Records of a second device with the serial number of another one',
  rawStored: 'Messages kept as they came',
  rawDropped: 'Messages kept as they came that gave way to the bounds',
};

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
