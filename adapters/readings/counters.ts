/** What the intake counts, for the metrics. All grow only. */
export type ReadingsCounters = {
  recordsStored: number;
  duplicatesIgnored: number;
  /** Records kept aside because another one has their stamp and instant. */
  repeatedStamps: number;
  /** Such records of which there were enough: the clock of the device stands still. */
  repeatedStampsDropped: number;
  batchesCommitted: number;
  batchesFailed: number;
  implausibleClocks: number;
  implausibleValues: number;
  unclaimedStored: number;
  /** Messages of unknown devices that had to give way to the bounds. */
  unclaimedDropped: number;
  /** Records of a second device with the serial number of another one. */
  foreignMacs: number;
  rawStored: number;
  rawDropped: number;
};

export function readingsCounters(): ReadingsCounters {
  return {
    recordsStored: 0,
    duplicatesIgnored: 0,
    repeatedStamps: 0,
    repeatedStampsDropped: 0,
    batchesCommitted: 0,
    batchesFailed: 0,
    implausibleClocks: 0,
    implausibleValues: 0,
    unclaimedStored: 0,
    unclaimedDropped: 0,
    foreignMacs: 0,
    rawStored: 0,
    rawDropped: 0,
  };
}
