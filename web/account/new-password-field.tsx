import { useQuery } from '@tanstack/react-query';
import { passwordPolicyQuery } from '../api/accounts.js';
import { PasswordField } from '../forms/fields.js';
import type { FieldProps } from '../forms/use-form.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { PasswordChecklist } from './password-checklist.js';
import { unmetRules } from './password-rules.js';

/** The rules as the server applies them; undefined until they are there. */
export function usePasswordPolicy() {
  const { language } = useLanguage();
  return useQuery(passwordPolicyQuery(language)).data;
}

/** Where a new password is typed, with the rules ticked off meanwhile. */
export function NewPasswordField({ field, label }: { readonly field: FieldProps; readonly label: string }) {
  const policy = usePasswordPolicy();
  return (
    <PasswordField
      field={field}
      label={label}
      autoComplete="new-password"
      help={<PasswordChecklist password={field.value} policy={policy} />}
    />
  );
}

/** What is wrong with a new password, as far as the page can tell; the server also knows those used before. */
export function useNewPasswordCheck(): (password: string) => string | undefined {
  const text = useText();
  const policy = usePasswordPolicy();
  return (password) => {
    if (password === '') return text('form.required');
    const isUnmet = policy !== undefined && unmetRules(password, policy).size > 0;
    return isUnmet ? text('register.passwordWrong') : undefined;
  };
}
