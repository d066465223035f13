import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { passwordPolicyQuery, register } from '../api/accounts.js';
import { documentsQuery } from '../api/documents.js';
import { LoadFailure } from '../shell/failure.js';
import type { LegalDocument } from '../api/types.js';
import { FormActions, FormFrame, FormGroup } from '../forms/form.js';
import { useForm } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { TextWithLink } from '../i18n/text-with-link.js';
import { useText } from '../i18n/use-text.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { AcceptDocument } from './accept-document.js';
import { CheckYourMail } from './check-your-mail.js';
import { checkRegistration, emptyRegistration, registerBody } from './register-form.js';
import { noteRegistration } from './registered-here.js';
import { AccessFields, AddressFields, KindAndNameFields } from './register-fields.js';
import { useSpellings } from './use-spellings.js';

/** Registration; afterwards the same place says what happens next. */
export function RegisterPage() {
  const { language } = useLanguage();
  // What was typed stays when the texts come in another language.
  const documents = useQuery({ ...documentsQuery(language), placeholderData: keepPreviousData });
  const [sentTo, setSentTo] = useState<string>();
  if (sentTo !== undefined) return <CheckYourMail email={sentTo} />;
  if (documents.isError) return <LoadFailure error={documents.error} retry={() => void documents.refetch()} />;
  if (documents.data === undefined) return <Loading />;
  return <RegisterForm documents={documents.data} onSent={setSentTo} />;
}

function RegisterForm({
  documents,
  onSent,
}: {
  readonly documents: readonly LegalDocument[];
  readonly onSent: (email: string) => void;
}) {
  const text = useText();
  const { language } = useLanguage();
  const { email = '' } = useSearch({ from: '/register' });
  const policy = useQuery(passwordPolicyQuery(language)).data;
  const terms = documents.find(({ kind }) => kind === 'terms');
  const privacy = documents.find(({ kind }) => kind === 'privacy');
  const form = useForm({
    initial: { ...emptyRegistration, '/email': email },
    validate: (values) => checkRegistration(text, values, policy),
    submit: async (values) => {
      const accepted = { terms: terms?.version ?? '', privacy: privacy?.version ?? '' };
      const registered = await register(registerBody(values, language, accepted, spellings.needed));
      noteRegistration();
      onSent(registered.email);
    },
  });
  const spellings = useSpellings({ ...form, enabled: form.values['/kind'] === 'business' });
  return (
    <Page title={text('register.title')} lead={text('register.lead')} form>
      <FormFrame form={form} label={text('register.form')}>
        <KindAndNameFields form={form} spellings={spellings} />
        <AddressFields form={form} spellings={spellings} />
        <AccessFields form={form} />
        <FormGroup title={text('register.consent')}>
          <AcceptDocument field={form.field('/accepted/terms')} text="register.terms" document={terms} />
          <AcceptDocument field={form.field('/accepted/privacy')} text="register.privacy" document={privacy} />
        </FormGroup>
        <FormActions form={form} submit={text('register.submit')} large />
      </FormFrame>
      <p className="secondary after-form">
        <TextWithLink id="register.haveAccount" link={(label) => <Link to="/sign-in">{label}</Link>} />
      </p>
    </Page>
  );
}
