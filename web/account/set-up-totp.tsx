import './second-factor.css';
import { useState } from 'react';
import { beginTotp, confirmTotp } from '../api/security.js';
import type { BegunTotp } from '../api/types.js';
import { PasswordField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { RecoveryCodes } from './recovery-codes.js';

type Step =
  | { readonly name: 'password' }
  | { readonly name: 'scan'; readonly begun: BegunTotp }
  | { readonly name: 'codes'; readonly codes: readonly string[] };

/** Password, then the secret and a first code, then the recovery codes. */
export function SetUpTotpDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const text = useText();
  const [step, setStep] = useState<Step>({ name: 'password' });
  const [isLeaving, setLeaving] = useState(false);
  // Escape asks whether the codes are kept, and goes back to them.
  const close = step.name === 'codes' ? () => setLeaving(!isLeaving) : onClose;
  return (
    <Dialog title={text(step.name === 'codes' ? 'totp.codesTitle' : 'totp.setUpTitle')} onClose={close}>
      {step.name === 'password' && (
        <AskPassword onBegun={(begun) => setStep({ name: 'scan', begun })} onCancel={onClose} />
      )}
      {step.name === 'scan' && (
        <Scan begun={step.begun} onConfirmed={(codes) => setStep({ name: 'codes', codes })} onCancel={onClose} />
      )}
      {step.name === 'codes' && (
        <RecoveryCodes
          {...{ codes: step.codes, lead: text('totp.codesText'), isLeaving, onDone }}
          onStay={() => setLeaving(false)}
        />
      )}
    </Dialog>
  );
}

function AskPassword({
  onBegun,
  onCancel,
}: {
  readonly onBegun: (begun: BegunTotp) => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const form = useForm({
    initial: { '/password': '' },
    validate: (values) => ({ '/password': values['/password'] === '' ? text('form.required') : undefined }),
    submit: async (values) => onBegun(await beginTotp(values['/password'])),
  });
  return (
    <FormFrame form={form} label={text('totp.setUpTitle')}>
      <p className="secondary">{text('totp.passwordText')}</p>
      <PasswordField field={form.field('/password')} label={text('signIn.password')} autoComplete="current-password" />
      <FormActions form={form} submit={text('totp.next')} onCancel={onCancel} />
    </FormFrame>
  );
}

function Scan({
  begun,
  onConfirmed,
  onCancel,
}: {
  readonly begun: BegunTotp;
  readonly onConfirmed: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}) {
  const text = useText();
  const form = useForm({
    initial: { '/code': '' },
    validate: (values) => ({ '/code': values['/code'].trim() === '' ? text('form.required') : undefined }),
    submit: async (values) => onConfirmed(await confirmTotp(values['/code'])),
  });
  return (
    <FormFrame form={form} label={text('totp.setUpTitle')}>
      <p className="secondary">{text('totp.scanText')}</p>
      <div className="totp-secret">
        <img src={begun.qrCode} alt={text('totp.qrCode')} width="184" height="184" />
        <div>
          <p className="help">{text('totp.byHand')}</p>
          <p className="code">{begun.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</p>
          <a href={begun.uri}>{text('totp.openApp')}</a>
        </div>
      </div>
      <TextField
        field={form.field('/code')}
        label={text('totp.code')}
        help={text('totp.codeHelp')}
        autoComplete="one-time-code"
        inputMode="numeric"
      />
      <FormActions form={form} submit={text('totp.confirm')} onCancel={onCancel} />
    </FormFrame>
  );
}
