import { disableTotp } from '../api/security.js';
import { PasswordField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Dialog, Notice } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';

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
  const form = useForm({
    initial: { '/password': '', '/code': '' },
    validate: (values) => ({
      '/password': required(text, values['/password']),
      '/code': required(text, values['/code']),
    }),
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
        <CodeField field={form.field('/code')} />
        <FormActions form={form} submit={text('totp.disable')} look="danger" solid onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
