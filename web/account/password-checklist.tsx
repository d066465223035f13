import type { PasswordPolicy } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Icon } from '../ui/icon.js';
import { unmetRules } from './password-rules.js';

/** The rules of the password, ticked off while it is typed. */
export function PasswordChecklist({
  password,
  policy,
}: {
  readonly password: string;
  readonly policy: PasswordPolicy | undefined;
}) {
  const text = useText();
  if (policy === undefined) return null;
  const unmet = unmetRules(password, policy);
  return (
    <ul className="checklist">
      {policy.rules.map(({ code, text: rule }) => {
        const met = !unmet.has(code);
        return (
          <li key={code} className={met ? 'met' : undefined}>
            <Icon name={met ? 'check' : 'circle'} />
            <span>
              {rule}
              <span className="visually-hidden"> – {text(met ? 'register.passwordMet' : 'register.passwordOpen')}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
