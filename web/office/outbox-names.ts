import type { Text } from '../i18n/use-text.js';
import { outboxDe } from './messages.outbox.de.js';

/** Kinds of messages that say the same as others by another way. */
const families: Readonly<Record<string, string>> = { 'repair-news': 'repair-mail', 'audit-webhook': 'audit-mail' };

/** What a message is called; what a newer release has put down keeps its own name. */
export function kindName(text: Text, kind: string): string {
  const id = `office.outbox.kind.${kind}`;
  return isKnown(id) ? text(id) : kind;
}

/** What a message of a kind is about. */
export function templateName(text: Text, kind: string, template: string): string {
  const id = `office.outbox.text.${families[kind] ?? kind}.${template}`;
  return isKnown(id) ? text(id) : template;
}

function isKnown(id: string): id is keyof typeof outboxDe {
  return Object.hasOwn(outboxDe, id);
}
