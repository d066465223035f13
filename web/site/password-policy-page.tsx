import './site.css';
import { useQuery } from '@tanstack/react-query';
import { passwordPolicyQuery } from '../api/accounts.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, Loading } from '../ui/surfaces.js';

/** The password policy as the server applies it. */
export function PasswordPolicyPage() {
  const text = useText();
  const { language } = useLanguage();
  const policy = useQuery(passwordPolicyQuery(language));
  return (
    <Page title={text('policy.title')} lead={text('policy.lead')} narrow>
      {policy.isError ? (
        <LoadFailure error={policy.error} retry={() => void policy.refetch()} />
      ) : policy.data === undefined ? (
        <Loading />
      ) : (
        <div className="stack">
          <Card>
            <h2>{text('policy.rules')}</h2>
            <ul className="bullets">
              {policy.data.rules.map((rule) => (
                <li key={rule.code}>{rule.text}</li>
              ))}
            </ul>
            <p className="secondary">{text('policy.special')}</p>
            <p className="special-characters">{policy.data.specialCharacters}</p>
          </Card>
          <Card>
            <h2>{text('policy.life')}</h2>
            <ul className="bullets">
              <li>{text('policy.maxAge', { days: policy.data.maxAgeDays })}</li>
              <li>{text('policy.minAge', { days: policy.data.minAgeDays })}</li>
              <li>{text('policy.history', { count: policy.data.historyLength })}</li>
              {policy.data.refusesCommonPasswords ? <li>{text('policy.common')}</li> : null}
              <li>
                {text('policy.lock', {
                  attempts: policy.data.maxFailedAttempts,
                  window: policy.data.failureWindowMinutes,
                  lock: policy.data.lockMinutes,
                })}
              </li>
            </ul>
          </Card>
        </div>
      )}
    </Page>
  );
}
