import type { ReadLimits } from './port.js';

const mebibyte = 1024 * 1024;

/** For what anybody who is signed in may send: lists of inverters. */
export const uploadLimits: ReadLimits = {
  maxBytes: 2 * mebibyte,
  maxUnpackedBytes: 24 * mebibyte,
  maxParts: 200,
  maxRatio: 100,
  maxRows: 501,
  maxColumns: 50,
  maxCellLength: 500,
  maxHeapMb: 128,
  maxMs: 20_000,
};

/** Days of twenty years, with their titles. */
export const historyRows = 7_320;

/** For lists of devices that the office brings; larger ones go by the command line. */
export const registryLimits: ReadLimits = {
  ...uploadLimits,
  maxBytes: 8 * mebibyte,
  maxUnpackedBytes: 96 * mebibyte,
  maxRows: 50_001,
  maxHeapMb: 256,
  maxMs: 60_000,
};

/** For files of the operator, read by command line tools. */
export const operatorLimits: ReadLimits = {
  ...uploadLimits,
  maxBytes: 64 * mebibyte,
  maxUnpackedBytes: 512 * mebibyte,
  maxRows: 1_000_000,
  maxHeapMb: 2048,
  maxMs: 300_000,
};
