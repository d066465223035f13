import { parseArgs } from 'node:util';
import { v7 as uuidV7 } from 'uuid';
import { confirmBusiness, type DetailsDeps } from '../../commands/account/correct-details.js';
import type { Credentials } from '../../commands/ports.js';
import type { UnconfirmedBusiness } from '../../projections/identities.js';
import { runTool, UsageError, type Output } from './output.js';

export type ConfirmationHouse = DetailsDeps & {
  readonly credentials: Pick<Credentials, 'findByUserName'>;
  readonly unconfirmedBusinesses: () => Promise<readonly (UnconfirmedBusiness & { readonly userName: string })[]>;
  close(): Promise<void>;
};

const help = `Confirms a business outside the EU, which has no VAT id that could be checked.

  confirm-business --list [--json]
  confirm-business <user name> --evidence <text>

  --list             businesses that wait for it
  --evidence <text>  what proves the business, for example an entry in a register; kept in the log
  --json             the list as one JSON document

Exit code 0: done, or confirmed before; 1: there is no such business; 2: wrong arguments.`;

/** The command line tool; the house is opened only when the arguments are right. */
export function confirmBusinessCommand(
  args: readonly string[],
  openHouse: () => Promise<ConfirmationHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        evidence: { type: 'string' },
      },
      allowPositionals: true,
    });
    const [userName, ...more] = positionals;
    if (more.length > 0 || values.list !== (userName === undefined)) {
      throw new UsageError('Please give one user name, or --list.');
    }
    const evidence = values.evidence?.trim() ?? '';
    if (userName !== undefined && evidence === '') throw new UsageError('Please say what proves it with --evidence.');
    const house = await openHouse();
    try {
      return userName === undefined
        ? await list(house, values.json, output)
        : await confirm(house, userName, evidence, output);
    } finally {
      await house.close();
    }
  });
}

async function list(house: ConfirmationHouse, asJson: boolean, output: Output): Promise<number> {
  const businesses = await house.unconfirmedBusinesses();
  if (asJson) output.out(JSON.stringify({ items: businesses }));
  else if (businesses.length === 0) output.err('Nobody waits.');
  else {
    output.out(
      businesses
        .map(({ userName, name, street, postcode, town, country }) =>
          [userName, name, street, `${postcode} ${town}`, country].join('\t'),
        )
        .join('\n'),
    );
  }
  return 0;
}

async function confirm(house: ConfirmationHouse, userName: string, evidence: string, output: Output): Promise<number> {
  const known = await house.credentials.findByUserName(userName);
  if (known === null) {
    output.err(`Nobody is called ${userName}.`);
    return 1;
  }
  const context = { actor: { kind: 'operator', id: 'confirm-business' }, correlationId: uuidV7() } as const;
  const handled = await confirmBusiness(house, known.accountId, evidence, context);
  if (!handled.ok) {
    output.err(`${userName} cannot be confirmed: ${handled.rejection.code}.`);
    return 1;
  }
  output.err(handled.events.length === 0 ? `${userName} was confirmed before.` : `${userName} is confirmed.`);
  return 0;
}
