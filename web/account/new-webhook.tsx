import { useState } from 'react';
import type { WebhookWithSecret } from '../api/types.js';
import { addWebhook } from '../api/webhooks.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { ShownOnce } from './shown-once.js';

/** Where the program listens; then its secret, once. */
export function NewWebhookDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const [added, setAdded] = useState<WebhookWithSecret>();
  return (
    <Dialog title={text(added === undefined ? 'webhooks.newTitle' : 'webhooks.secretTitle')} onClose={onClose}>
      {added === undefined ? (
        <WebhookForm onAdded={setAdded} onCancel={onClose} />
      ) : (
        <ShownSecret secret={added.secret} onDone={onClose} />
      )}
    </Dialog>
  );
}

function WebhookForm({
  onAdded,
  onCancel,
}: {
  readonly onAdded: (webhook: WebhookWithSecret) => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const form = useForm<'/url'>({
    initial: { '/url': '' },
    validate: (values) => ({ '/url': required(text, values['/url']) }),
    submit: async (values) => onAdded(await addWebhook(values['/url'].trim())),
  });
  return (
    <FormFrame form={form} label={text('webhooks.newTitle')}>
      <TextField
        field={form.field('/url')}
        label={text('webhooks.url')}
        help={text('webhooks.urlHelp')}
        type="url"
        placeholder="https://"
        autoCapitalize="none"
      />
      <FormActions form={form} submit={text('webhooks.add')} onCancel={onCancel} />
    </FormFrame>
  );
}

/** The secret by which the program knows who calls it. */
export function ShownSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const text = useText();
  return (
    <ShownOnce secret={secret} warning={text('webhooks.secretText')} kept={text('webhooks.kept')} onDone={onDone} />
  );
}
