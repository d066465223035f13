import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { ActionTokens } from '../../adapters/crypto/port.js';
import {
  createOperator,
  inviteOperator,
  type CreateOperatorDeps,
  type CreateOperatorRejection,
  type OperatorWish,
} from '../../commands/account/create-operator.js';
import type { CommandContext } from '../../commands/handle.js';
import { OperatorRole } from '../../domain/account/access.js';
import { AccountLanguage } from '../../domain/account/person.js';
import { Email, UserName } from '../../http/schemas/accounts.js';
import { runTool, UsageError, type Output } from './output.js';

export type OperatorHouse = CreateOperatorDeps & {
  readonly tokens: ActionTokens;
  readonly publicUrl: string;
  close(): Promise<void>;
};

const help = `Gives roles of the operator to an account, and makes the account when there is none.

  create-operator --user <name> --email <mail> --role <role> [--role <role>] [--remove-role <role>]
                  [--language de|en] [--print-link] [--json]

Roles: ${OperatorRole.options.join(', ')}.

A new account gets a mail with a one-time link (72 hours) by which its owner chooses the password; run this again to send
another one. The mail goes out while the portal runs. An account that exists must have this user name and this address,
and must have confirmed the address; it keeps its password.

Roles work only in sessions with a second factor: the owner sets it up on the account page after signing in. A role that is
removed has no effect any more from that moment on, in running sessions too.

  --print-link   print the one-time link instead of sending a mail; hand it over yourself
  --language     of mails to a new account; de when left out
  --json         the outcome as one JSON document

Exit code 0: done; 1: refused, with the reason; 2: wrong arguments.`;

const reasons: Readonly<Partial<Record<CreateOperatorRejection['code'], string>>> = {
  'operator.name-or-address-taken':
    'The user name or the address belongs to another account: give both as the account has them, or choose others.',
  'account.not-validated':
    'The account has not confirmed its e-mail address yet: its owner must follow the link first.',
  'account.not-registered': 'There is no such account: give a role to make one.',
};

const Arguments = z.object({ user: UserName, email: Email, language: AccountLanguage });
const mistakes = {
  user: '--user must be a user name: 3 to 64 letters, digits and . _ @ + -',
  email: '--email must be an e-mail address.',
  language: '--language must be de or en.',
} as const satisfies Record<keyof z.infer<typeof Arguments>, string>;

export function createOperatorCommand(
  args: readonly string[],
  openHouse: () => Promise<OperatorHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const { wish, printLink, json } = wishOf(args);
    const house = await openHouse();
    try {
      return await carryOut(house, wish, { printLink, json }, output);
    } finally {
      await house.close();
    }
  });
}

function wishOf(args: readonly string[]) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      user: { type: 'string' },
      email: { type: 'string' },
      role: { type: 'string', multiple: true, default: [] },
      'remove-role': { type: 'string', multiple: true, default: [] },
      language: { type: 'string', default: 'de' },
      'print-link': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const parsed = Arguments.safeParse(values);
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as keyof typeof mistakes;
    throw new UsageError(mistakes[name]);
  }
  const { user: userName, email, language } = parsed.data;
  const wish: OperatorWish = {
    ...{ userName, email, language },
    grant: values.role.map(roleOf),
    revoke: values['remove-role'].map(roleOf),
  };
  if (wish.grant.length + wish.revoke.length === 0) throw new UsageError('Please name at least one --role.');
  if (wish.grant.some((role) => wish.revoke.includes(role))) {
    throw new UsageError('A role cannot be given and removed at the same time.');
  }
  return { wish, printLink: values['print-link'], json: values.json };
}

function roleOf(text: string): OperatorRole {
  const role = OperatorRole.safeParse(text);
  if (role.success) return role.data;
  throw new UsageError(`There is no role ${text}; there are ${OperatorRole.options.join(', ')}.`);
}

async function carryOut(
  house: OperatorHouse,
  wish: OperatorWish,
  { printLink, json }: { readonly printLink: boolean; readonly json: boolean },
  output: Output,
): Promise<number> {
  const context: CommandContext = { actor: { kind: 'system', id: 'create-operator' }, correlationId: randomUUID() };
  const outcome = await createOperator(house, wish, context);
  if (!outcome.ok) {
    output.err(reasons[outcome.rejection.code] ?? outcome.rejection.code);
    return 1;
  }
  const { accountId, isNew, isActive, roles } = outcome;
  const token = printLink && !isActive ? house.tokens.issue('activate-operator', accountId, house.clock.now()) : null;
  const link = token === null ? null : `${house.publicUrl}/activate?token=${encodeURIComponent(token)}`;
  const isInvited = !isActive && link === null;
  if (isInvited) await inviteOperator(house, accountId, context);
  if (json) {
    output.out(JSON.stringify({ accountId, userName: wish.userName, created: isNew, active: isActive, roles, link }));
    return 0;
  }
  output.err(
    `${wish.userName}: ${isNew ? 'created, ' : ''}${roles.length === 0 ? 'no roles' : `roles ${roles.join(', ')}`}`,
  );
  if (isInvited) output.err(`A mail with a one-time link waits for ${wish.email}; it goes out while the portal runs.`);
  if (link !== null) {
    output.err('One-time link to choose the password, for 72 hours; whoever has it can take the account:');
    output.out(link);
  }
  return 0;
}
