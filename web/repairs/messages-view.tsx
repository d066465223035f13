import { useState } from 'react';
import type { RepairOrder } from '../api/types.js';
import { TextArea } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { textUpTo } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card } from '../ui/surfaces.js';

type MessagesProps = {
  readonly messages: RepairOrder['messages'];
  /** Whose page it is. */
  readonly reader: 'customer' | 'office';
  /** Left out: the reader only reads. */
  readonly write?: (message: string, idempotencyKey: string) => Promise<void>;
};

/** What customer and office wrote to each other, and the next message. */
export function Messages({ messages, reader, write }: MessagesProps) {
  const text = useText();
  const format = useFormat();
  const author = (from: 'customer' | 'office') => text(from === reader ? 'repair.from.you' : `repair.from.${from}`);
  return (
    <Card className="panel repair-card">
      <h2>{text('repair.messages')}</h2>
      {messages.length === 0 ? (
        <p className="secondary">{text('repair.noMessages')}</p>
      ) : (
        <ol className="repair-messages">
          {messages.map((message) => (
            <li key={message.id}>
              <span className="secondary">
                <b>{author(message.from)}</b> · {format.portal(message.at, 'dayTime')}
              </span>
              <p className="repair-text">{message.text ?? text('repair.erased')}</p>
            </li>
          ))}
        </ol>
      )}
      {write !== undefined && <MessageForm write={write} />}
    </Card>
  );
}

function MessageForm({ write }: { readonly write: NonNullable<MessagesProps['write']> }) {
  const text = useText();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  const form = useForm({
    initial: { '/text': '' },
    validate: (values) => ({ '/text': textUpTo(text, values['/text'], 4_000) }),
    submit: async (values) => {
      await write(values['/text'].trim(), idempotencyKey);
      setIdempotencyKey(crypto.randomUUID());
      form.clear();
    },
  });
  return (
    <FormFrame form={form} label={text('repair.message')}>
      <TextArea field={form.field('/text')} label={text('repair.message')} />
      <div className="form-actions">
        <Button type="submit" icon="mail" busy={form.busy}>
          {text('repair.sendMessage')}
        </Button>
      </div>
    </FormFrame>
  );
}
