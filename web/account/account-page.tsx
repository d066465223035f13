import { useNavigate } from '@tanstack/react-router';
import { useMutation } from '@tanstack/react-query';
import { useMe, useSession } from '../api/accounts.js';
import { useLanguage } from '../i18n/language.js';
import { useText } from '../i18n/use-text.js';
import { useTheme } from '../shell/theme.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Segmented } from '../ui/segmented.js';
import { Card } from '../ui/surfaces.js';
import { AbroadCard } from './abroad-card.js';
import { VatCard } from './vat-card.js';
import { OwnDetails } from './own-details.js';
import { OwnDocuments } from './own-documents.js';
import { OwnEmail } from './own-email.js';
import { OwnErasure } from './own-erasure.js';
import { OwnExport } from './own-export.js';
import { OwnPassword } from './own-password.js';
import { OwnSessions } from './own-sessions.js';
import { OwnPush } from './own-push.js';
import { OwnTokens } from './own-tokens.js';
import { OwnWebhooks } from './own-webhooks.js';
import { SecondFactor } from './second-factor.js';

/** Own data, password, second factor, sessions, access tokens, language and theme, the way out with one's data. */
export function AccountPage() {
  const text = useText();
  const me = useMe().data;
  const session = useSession();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: (sessionId: string) => session.signOut(sessionId, () => navigate({ to: '/' })),
  });
  if (me === undefined || me === null) return null;
  return (
    <Page
      title={text('account.title')}
      narrow
      actions={
        <Button icon="signOut" busy={signOut.isPending} onClick={() => signOut.mutate(me.sessionId)}>
          {text('account.signOut')}
        </Button>
      }
    >
      <div className="stack">
        {signOut.isError && <LoadFailure error={signOut.error} />}
        <OwnDetails me={me} />
        {me.kind === 'business' && <VatCard me={me} />}
        {me.kind === 'consumer' && me.address.country !== 'DE' && <AbroadCard me={me} />}
        <OwnEmail me={me} />
        <OwnPassword me={me} />
        <SecondFactor me={me} />
        <OwnSessions />
        <OwnTokens me={me} />
        <OwnPush />
        <OwnWebhooks />
        <Display />
        <OwnDocuments me={me} />
        <OwnExport />
        <OwnErasure me={me} />
      </div>
    </Page>
  );
}

function Display() {
  const text = useText();
  const { language, setLanguage } = useLanguage();
  const { theme, setTheme } = useTheme();
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('account.display')}</h2>
      </div>
      <div className="settings">
        <span>{text('account.language')}</span>
        <Segmented
          label={text('account.language')}
          value={language}
          onChange={setLanguage}
          options={[
            { value: 'de', label: 'Deutsch' },
            { value: 'en', label: 'English' },
          ]}
        />
        <span>{text('account.theme')}</span>
        <Segmented
          label={text('account.theme')}
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: text('account.light') },
            { value: 'dark', label: text('account.dark') },
          ]}
        />
      </div>
    </Card>
  );
}
