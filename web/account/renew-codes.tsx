import './second-factor.css';
import { useState } from 'react';
import { renewRecoveryCodes } from '../api/security.js';
import { PasswordField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { CodeField } from './code-field.js';
import { RecoveryCodes } from './recovery-codes.js';

/** Password and code, then the new codes. */
export function RenewCodesDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const text = useText();
  const [codes, setCodes] = useState<readonly string[]>();
  const form = useForm({
    initial: { '/password': '', '/code': '' },
    validate: (values) => ({
      '/password': required(text, values['/password']),
      '/code': required(text, values['/code']),
    }),
    submit: async (values) => setCodes(await renewRecoveryCodes(values['/password'], values['/code'].trim())),
  });
  const [isLeaving, setLeaving] = useState(false);
  // Once there are new codes the old ones are worthless; Escape asks whether they are kept, and goes back to them.
  return (
    <Dialog title={text('totp.renewTitle')} onClose={codes === undefined ? onClose : () => setLeaving(!isLeaving)}>
      {codes === undefined ? (
        <FormFrame form={form} label={text('totp.renewTitle')}>
          <p className="secondary">{text('totp.renewText')}</p>
          <PasswordField
            field={form.field('/password')}
            label={text('signIn.password')}
            autoComplete="current-password"
          />
          <CodeField field={form.field('/code')} />
          <FormActions form={form} submit={text('totp.renewConfirm')} onCancel={onClose} />
        </FormFrame>
      ) : (
        <RecoveryCodes
          {...{ codes, lead: text('totp.renewedText'), isLeaving, onDone }}
          onStay={() => setLeaving(false)}
        />
      )}
    </Dialog>
  );
}
