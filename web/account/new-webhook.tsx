import { useState } from 'react';
import type { WebhookWithSecret } from '../api/types.js';
import { addWebhook } from '../api/webhooks.js';
import { TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog, Notice } from '../ui/surfaces.js';

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
      <div className="form-actions">
        <Button onClick={onCancel}>{text('ui.cancel')}</Button>
        <Button look="primary" type="submit" busy={form.busy}>
          {text('webhooks.add')}
        </Button>
      </div>
    </FormFrame>
  );
}

/** The only time that anybody sees it. */
export function ShownSecret({ secret, onDone }: { readonly secret: string; readonly onDone: () => void }) {
  const text = useText();
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(secret).then(
      () => setSaid(text('totp.copied')),
      () => setSaid(text('tokens.notCopied')),
    );
  return (
    <div className="stack">
      <Notice tone="warn">
        <p>{text('webhooks.secretText')}</p>
      </Notice>
      <p className="code token-text">{secret}</p>
      <div className="row">
        <Button icon="copy" onClick={() => void copy()}>
          {text('totp.copy')}
        </Button>
        <span role="status" className="secondary">
          {said}
        </span>
      </div>
      <div className="form-actions">
        <Button look="primary" onClick={onDone}>
          {text('webhooks.kept')}
        </Button>
      </div>
    </div>
  );
}
