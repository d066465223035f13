import { useMutation } from '@tanstack/react-query';
import { resendValidation } from '../api/accounts.js';
import { TextField } from '../forms/fields.js';
import { FormActions, FormFrame } from '../forms/form.js';
import { emailAddress } from '../forms/rules.js';
import { useForm } from '../forms/use-form.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Notice } from '../ui/surfaces.js';

/** Sends the validation mail again to a known address. */
export function ResendButton({ email }: { readonly email: string }) {
  const text = useText();
  const resend = useMutation({ mutationFn: () => resendValidation(email) });
  if (resend.isSuccess) {
    return (
      <Notice tone="ok" live focused>
        <p>{text('sent.resent')}</p>
      </Notice>
    );
  }
  return (
    <>
      {resend.isError && <LoadFailure error={resend.error} />}
      <Button icon="mail" busy={resend.isPending} onClick={() => resend.mutate()}>
        {text('sent.resend')}
      </Button>
    </>
  );
}

/** Asks for the address first. The answer never tells whether there is such an account. */
export function ResendForm() {
  const text = useText();
  const resend = useMutation({ mutationFn: resendValidation });
  const form = useForm({
    initial: { '/email': '' },
    validate: (values) => {
      const error = emailAddress(text, values['/email']);
      return error === undefined ? {} : { '/email': error };
    },
    submit: async (values) => {
      await resend.mutateAsync(values['/email'].trim());
    },
  });
  if (resend.isSuccess) {
    return (
      <Notice tone="ok" live focused>
        <p>{text('sent.resent')}</p>
      </Notice>
    );
  }
  return (
    <FormFrame form={form} label={text('validate.newLink')}>
      <TextField field={form.field('/email')} label={text('register.email')} type="email" autoComplete="email" />
      <FormActions form={form} submit={text('sent.resend')} look="plain" icon="mail" />
    </FormFrame>
  );
}
