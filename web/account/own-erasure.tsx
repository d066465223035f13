import { useState } from 'react';
import { useErasure } from '../api/own-data.js';
import type { Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { PasswordField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { required } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Card, Dialog, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { useLostFocus } from '../ui/use-lost-focus.js';
import { CodeField } from './code-field.js';
import { useArrival } from './use-arrival.js';

/** The end of the account: what goes with it, asking for it, and thinking better of it. */
export function OwnErasure({ me }: { readonly me: Me }) {
  const text = useText();
  const card = useArrival('erasure');
  const [isAsking, setAsking] = useState(false);
  const heading = useLostFocus<HTMLHeadingElement>(`${me.erasure === null} ${isAsking}`);
  return (
    <div id="erasure" ref={card} tabIndex={-1}>
      <Card>
        <div className="panel-head">
          <h2 ref={heading} tabIndex={-1}>
            {text('erasure.title')}
          </h2>
        </div>
        {me.erasure === null ? (
          <div className="stack">
            <p className="secondary">{text('erasure.text')}</p>
            <div>
              <Button look="danger" icon="remove" onClick={() => setAsking(true)}>
                {text('erasure.open')}
              </Button>
            </div>
          </div>
        ) : (
          <Waiting erasure={me.erasure} />
        )}
        {isAsking && <AskDialog hasTotp={me.totpEnabled} onClose={() => setAsking(false)} />}
      </Card>
    </div>
  );
}

/** Taking it back is offered on every page, this one included. */
function Waiting({ erasure: { dueAt } }: { readonly erasure: NonNullable<Me['erasure']> }) {
  const text = useText();
  const format = useFormat();
  return (
    <Notice tone="warn" live>
      <p>
        <b>{text('erasure.waiting', { when: format.portal(dueAt, 'dayTime') })}</b> {text('erasure.waitingText')}
      </p>
    </Notice>
  );
}

function AskDialog({ hasTotp, onClose }: { readonly hasTotp: boolean; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const erasure = useErasure();
  const form = useForm({
    initial: { '/password': '', '/code': '' },
    validate: (values) => ({
      '/password': required(text, values['/password']),
      '/code': hasTotp ? required(text, values['/code']) : undefined,
    }),
    submit: async (values) => {
      const code = hasTotp ? { code: values['/code'].trim() } : {};
      await erasure.ask({ password: values['/password'], ...code });
      toast(text('erasure.asked'));
      onClose();
    },
  });
  return (
    <Dialog title={text('erasure.confirmTitle')} onClose={onClose}>
      <FormFrame form={form} label={text('erasure.confirmTitle')}>
        <div>
          <p>{text('erasure.lost')}</p>
          <ul className="losses">
            <li>{text('erasure.lostPlants')}</li>
            <li>{text('erasure.lostValues')}</li>
            <li>{text('erasure.lostAccess')}</li>
          </ul>
        </div>
        <p className="secondary">{text('erasure.kept')}</p>
        <PasswordField
          field={form.field('/password')}
          label={text('signIn.password')}
          autoComplete="current-password"
        />
        {hasTotp && <CodeField field={form.field('/code')} />}
        <FormActions form={form} submit={text('erasure.ask')} look="danger" solid onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
