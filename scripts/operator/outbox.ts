import { parseArgs } from 'node:util';
import type pg from 'pg';
import { z } from 'zod';
import {
  findMessage,
  listMessages,
  sendAgain,
  type MessageCursor,
  type MessageView,
} from '../../adapters/outbox/messages.js';
import { everyItem } from '../../projections/engine/page.js';
import { runTool, UsageError, type Output } from './output.js';

export type OutboxHouse = { readonly pool: pg.Pool; close(): Promise<void> };

const help = `What SiteLink has to deliver (mails, webhooks), and what nobody took.

  outbox --list                    what was given up, then what waits
  outbox --show <id>               one message
  outbox --send-again <id>         try one that was given up again, with as many attempts as a new one
  outbox --send-again --all        try all of them again

  --json   one JSON document a line

A message is given up at once when its receiver refuses it for good, and after 20 attempts in about 12 hours otherwise.
Mend the cause first. Receivers know a message by its id: sent twice it is the same one to them. Addresses and texts are
not shown.

Exit code 0: done; 1: there is no such message, or none to be sent again; 2: wrong arguments.`;

const options = {
  list: { type: 'boolean', default: false },
  show: { type: 'boolean', default: false },
  'send-again': { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const;

export function outboxCommand(
  args: readonly string[],
  openHouse: () => Promise<OutboxHouse>,
  output: Output,
): Promise<number> {
  return runTool(help, args, output, async () => {
    const work = workOf(args);
    const house = await openHouse();
    try {
      return await work(house.pool, output);
    } finally {
      await house.close();
    }
  });
}

type Work = (pool: pg.Pool, output: Output) => Promise<number>;

function workOf(args: readonly string[]): Work {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const { list, show, all, json } = values;
  if ([list, show, values['send-again']].filter(Boolean).length !== 1) {
    throw new UsageError('Please say one of --list, --show and --send-again.');
  }
  if (all && !values['send-again']) throw new UsageError('--all goes with --send-again.');
  if (list || all) {
    if (positionals.length > 0) throw new UsageError(`${positionals[0]}: not an argument.`);
    return list ? listAll(json) : againAll(json);
  }
  const [id, ...more] = positionals;
  if (more.length > 0 || !z.uuid().safeParse(id).success) throw new UsageError('Please name one message by its id.');
  return show ? showOne(String(id), json) : againOne(String(id), json);
}

function listAll(asJson: boolean): Work {
  return async (pool, output) => {
    let count = 0;
    for await (const message of everyItem((after: MessageCursor | null) => listMessages(pool, { after }))) {
      output.out(asJson ? JSON.stringify(message) : textOf(message));
      count += 1;
    }
    if (count === 0) output.err('Everything has been delivered.');
    return 0;
  };
}

function showOne(id: string, asJson: boolean): Work {
  return async (pool, output) => {
    const message = await findMessage(pool, id);
    if (message === null) output.err(`There is no message ${id}; those that were delivered are kept for 30 days.`);
    else output.out(asJson ? JSON.stringify(message) : detailsOf(message));
    return message === null ? 1 : 0;
  };
}

function againOne(id: string, asJson: boolean): Work {
  return async (pool, output) => {
    const count = await sendAgain(pool, { id });
    const message = await findMessage(pool, id);
    if (asJson) output.out(JSON.stringify({ sentAgain: count, message }));
    else if (message === null) output.err(`There is no message ${id}.`);
    else if (count === 0) output.err(`${id} was not given up: ${textOf(message)}`);
    else output.out(`${id} is tried again.`);
    return count === 1 ? 0 : 1;
  };
}

function againAll(asJson: boolean): Work {
  return async (pool, output) => {
    const count = await sendAgain(pool, 'all');
    output.out(asJson ? JSON.stringify({ sentAgain: count }) : `${count} messages are tried again.`);
    return count > 0 ? 0 : 1;
  };
}

function textOf(message: MessageView): string {
  const { id, kind, template, state, attempts, lastError, createdAt, nextAttemptAt } = message;
  const next = nextAttemptAt === null ? '' : `, next attempt ${nextAttemptAt.toISOString()}`;
  const why = lastError === null ? '' : `: ${lastError}`;
  const what = template === null ? kind : `${kind} ${template}`;
  return `${id}  ${state}  ${what}  since ${createdAt.toISOString()}, ${attempts} attempts${next}${why}`;
}

function detailsOf(message: MessageView): string {
  return Object.entries(message)
    .map(([name, value]) => `${name}: ${value instanceof Date ? value.toISOString() : (value ?? '-')}`)
    .join('\n');
}
