import { disableTotp } from '../api/security.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Dialog, Notice } from '../ui/surfaces.js';

export function DisableTotpDialog({
  hasRoles,
  onClose,
  onDone,
}: {
  readonly hasRoles: boolean;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const text = useText();
  const needed = (value: string) => (value.trim() === '' ? text('form.required') : undefined);
  const form = useForm({
    initial: { '/password': '', '/code': '' },
    validate: (values) => ({ '/password': needed(values['/password']), '/code': needed(values['/code']) }),
    submit: async (values) => {
      await disableTotp(values['/password'], values['/code']);
      onDone();
    },
  });
  return (
    <Dialog title={text('totp.disableTitle')} onClose={onClose}>
      <FormFrame form={form} label={text('totp.disableTitle')}>
        <p className="secondary">{text('totp.disableText')}</p>
        {hasRoles && (
          <Notice tone="warn">
            <p>{text('totp.disableRoles')}</p>
          </Notice>
        )}
        <PasswordField
          field={form.field('/password')}
          label={text('signIn.password')}
          autoComplete="current-password"
        />
        <TextField
          field={form.field('/code')}
          label={text('totp.codeOrRecovery')}
          autoComplete="one-time-code"
          autoCapitalize="none"
        />
        <div className="form-actions">
          <Button onClick={onClose}>{text('ui.cancel')}</Button>
          <Button look="danger" solid type="submit" busy={form.busy}>
            {text('totp.disable')}
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  );
}
