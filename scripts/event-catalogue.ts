import { z } from 'zod';
import type { EventDefinition } from '../domain/kernel/event.js';

/** Where an event is defined, and what its docstring says. */
export type Documented = { readonly room: string; readonly text: string };

const definition = /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export const \w+ = defineEvent\(\s*'(\w+)'/g;

/** The events that the source of a file of `domain/<room>/` defines. Throws when one has no docstring. */
export function docstringsIn(room: string, source: string): readonly (readonly [string, Documented])[] {
  return [...source.matchAll(definition)].map(([, comment, type = '']) => {
    const text = (comment ?? '')
      .replaceAll(/^\s*\*/gm, '')
      .replaceAll(/\s+/g, ' ')
      .trim();
    if (text === '') throw new TypeError(`${type} has no docstring: say what has happened`);
    return [type, { room, text }];
  });
}

/** The event catalogue as a Markdown page, by aggregate, in the order of the catalogue. */
export function catalogueText(
  catalogue: readonly EventDefinition[],
  documented: ReadonlyMap<string, Documented>,
): string {
  const sections = new Map<string, string[]>();
  for (const event of catalogue) {
    const found = documented.get(event.type);
    if (found === undefined) throw new TypeError(`${event.type} is not defined in domain/<aggregate>/*events.ts`);
    sections.set(found.room, [...(sections.get(found.room) ?? []), entryOf(event, found.text)]);
  }
  return [
    '<!-- Made by `npm run generate:events` from the events of the domain; not edited by hand. -->\n',
    '# Events\n',
    'Everything that the log may hold. Stored bytes are never rewritten: a changed shape has a higher version, and older',
    'versions are brought up to it when they are read. Personal fields are stored encrypted with the key of the account',
    'that is named, and read as erased once that key has been destroyed.\n',
    'Beside its data each event has an id, a version, the actor, the type of the command (of early events, none), a correlation id,',
    'the id of the event that caused it if there was one, and its hash ([for auditors](operations.md#for-auditors)).\n',
    ...[...sections].flatMap(([room, entries]) => [`## Streams \`${categoryOf(room)}-<uuid>\`\n`, ...entries]),
  ].join('\n');
}

function categoryOf(room: string): string {
  return room.replaceAll(/-(\w)/g, (_dash, letter: string) => letter.toUpperCase());
}

function entryOf(event: EventDefinition, text: string): string {
  // As an event is written: ids are texts before they are parsed.
  const schema = z.toJSONSchema(event.schema, { io: 'input', unrepresentable: 'any' });
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => {
    const notes = [
      ...(schema.required?.includes(name) === true ? [] : ['may be left out']),
      ...(event.personalFields.includes(name) ? [`personal, key of \`${event.subjectField}\``] : []),
    ];
    return `| \`${name}\` | ${typeText(field as JsonSchema)} | ${notes.join('; ')} |`;
  });
  return [
    `### ${event.type}\n`,
    `${text} Version ${event.version}.\n`,
    '| field | type | |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

type JsonSchema = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
};

const formats: Readonly<Record<string, string>> = { uuid: 'UUID', date: 'day', 'date-time': 'instant' };
const types: Readonly<Record<string, string>> = { string: 'text', integer: 'whole number' };

function typeText(schema: JsonSchema): string {
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants !== undefined) {
    return variants
      .filter((one) => one.properties?.['erased'] === undefined)
      .map(typeText)
      .join(' or ');
  }
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.format !== undefined && formats[schema.format] !== undefined) return formats[schema.format] ?? '';
  if (schema.items !== undefined) return `list of ${typeText(schema.items)}`;
  if (schema.properties !== undefined) {
    const members = Object.entries(schema.properties).map(([name, member]) => `${name}: ${typeText(member)}`);
    return `{ ${members.join(', ')} }`;
  }
  const names = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['any JSON']);
  return names.map((name) => types[name] ?? name).join(' or ');
}
