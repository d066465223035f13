import { parseArgs } from 'node:util';
import type { Db } from '../../adapters/database/port.js';
import { importDevices, wasRefused, type JudgedRow } from '../../adapters/device-registry/import.js';
import type { InverterCatalogue } from '../../commands/ports.js';
import { readTableFile } from './table-file.js';
import { runTool, UsageError, type Output } from './output.js';

export type RegistryHouse = {
  readonly db: Db;
  /** Which database this is, for people. */
  readonly databasePlace: string;
  readonly catalogue: InverterCatalogue;
  close(): Promise<void>;
};

const help = `Brings devices into the operator's registry.

  import-devices <file.csv|.xlsx> [--json]

The first line names the columns: serialNumber, activationCode, and type if you know it (a type of the catalogue, its
model, or a device string such as 802R020). CSV with comma or semicolon, in UTF-8 or Windows-1252, or the first sheet of
an .xlsx; its formulas and dates are not read. A device that is known already is updated; a row without a type leaves a
known type as it is.

Each row gets a verdict: imported, updated, unchanged, typeUnknown (stored; the type counts as unknown),
serialNumberMalformed, activationCodeMalformed, repeatedInFile (these three are not stored).

  --json    the verdicts as one JSON document

Exit code 0: every row is stored; 1: rows were left out; 2: wrong arguments or file.`;

/** The command line tool; the house is opened only when the file could be read. */
export function importDevicesCommand(
  args: readonly string[],
  openHouse: () => Promise<RegistryHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Please name one file.');
    const rows = await readTableFile(file, { required: ['serialNumber', 'activationCode'], optional: ['type'] });
    const house = await openHouse();
    output.err(`Into ${house.databasePlace}.`);
    try {
      const judged = await importDevices(house.db, rows, await house.catalogue.list(), (done) => {
        if (rows.length > 20_000) output.err(`${done} of ${rows.length} rows`);
      });
      report(judged, values.json, output);
      return judged.some(wasRefused) ? 1 : 0;
    } finally {
      await house.close();
    }
  });
}

function report(judged: readonly JudgedRow[], asJson: boolean, output: Output): void {
  const counts: Record<string, number> = {};
  for (const { verdict } of judged) counts[verdict] = (counts[verdict] ?? 0) + 1;
  if (asJson) {
    output.out(JSON.stringify({ rows: judged, counts }));
    return;
  }
  if (judged.length > 0) {
    output.out(judged.map((row) => `line ${row.line}\t${row.serialNumber}\t${row.verdict}`).join('\n'));
  }
  const summary = Object.entries(counts).map(([verdict, count]) => `${count} ${verdict}`);
  output.err(summary.length === 0 ? 'The file has no rows.' : summary.join(', '));
}
