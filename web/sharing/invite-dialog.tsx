import '../account/tokens.css';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { useMe } from '../api/accounts.js';
import { grantsQuery, invite } from '../api/sharing.js';
import { SelectField, TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { emailAddress } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Dialog } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { rights } from './person-row.js';

/** Whom, with which right, and in which language. */
export function InviteDialog({ plantId, onClose }: { readonly plantId: string; readonly onClose: () => void }) {
  const text = useText();
  const toast = useToast();
  const client = useQueryClient();
  const { language } = useFormat();
  const name = useId();
  const isPartner = useMe().data?.roles.includes('partner') === true;
  const form = useForm({
    initial: { '/email': '', '/right': 'viewer', '/language': language as string },
    validate: (values) => ({ '/email': emailAddress(text, values['/email']) }),
    submit: async (values) => {
      const email = values['/email'].trim();
      await invite(plantId, {
        email,
        right: values['/right'] === 'manager' ? 'manager' : 'viewer',
        language: values['/language'] === 'en' ? 'en' : 'de',
      });
      await client.invalidateQueries({ queryKey: grantsQuery(plantId).queryKey });
      toast(text('sharing.sent', { email }));
      onClose();
    },
  });
  const right = form.field('/right');
  return (
    <Dialog title={text('sharing.invite')} onClose={onClose}>
      <FormFrame form={form} label={text('sharing.invite')}>
        <p className="secondary">{text('sharing.inviteText')}</p>
        {isPartner && <p className="secondary">{text('sharing.partnerText')}</p>}
        <TextField field={form.field('/email')} label={text('sharing.email')} type="email" />
        <fieldset className="choices">
          <legend>{text('sharing.right')}</legend>
          {rights.map((value) => (
            <div key={value} className="check">
              <input
                type="radio"
                id={`${name}-${value}`}
                name={name}
                checked={right.value === value}
                onChange={() => right.onChange(value)}
                aria-describedby={`${name}-${value}-help`}
              />
              <label htmlFor={`${name}-${value}`}>{text(`sharing.${value}`)}</label>
              <div className="help" id={`${name}-${value}-help`}>
                {text(`sharing.${value}Text`)}
              </div>
            </div>
          ))}
        </fieldset>
        <SelectField
          field={form.field('/language')}
          label={text('sharing.language')}
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <FormActions form={form} submit={text('sharing.send')} onCancel={onClose} />
      </FormFrame>
    </Dialog>
  );
}
