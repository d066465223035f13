import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { nameOf, useMe, useSession } from '../api/accounts.js';
import { ApiProblem } from '../api/problem.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';
import { useToast } from '../ui/toast.js';
import { ResendForm } from './resend.js';

/** Where the link of the mail leads: signs in and goes on, or says what to do with a link that does not work. */
export function ValidatePage() {
  const text = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const session = useSession();
  const { token } = useSearch({ from: '/validate' });
  const [failure, setFailure] = useState<unknown>();
  const asked = useRef(false);

  const validate = async (given: string) => {
    setFailure(undefined);
    try {
      await session.validate(given);
      toast(text('validate.done'));
      await navigate({ to: '/plants', replace: true });
    } catch (error) {
      setFailure(error);
    }
  };
  useEffect(() => {
    // The link works once: a repeated effect must not spend it.
    if (token === undefined || asked.current) return;
    asked.current = true;
    void validate(token);
  });

  const refusal =
    failure instanceof ApiProblem && failure.status < 500
      ? { title: failure.problem.title, detail: failure.problem.detail }
      : token === undefined
        ? { title: text('validate.missing'), detail: text('validate.missingText') }
        : undefined;
  return (
    <Page title={text('validate.title')} narrow>
      {refusal !== undefined ? (
        <RefusedLink title={refusal.title} detail={refusal.detail} />
      ) : failure !== undefined ? (
        <LoadFailure error={failure} retry={() => void validate(token ?? '')} />
      ) : (
        <Card>
          <Loading label={text('validate.working')} />
        </Card>
      )}
    </Page>
  );
}

function RefusedLink({ title, detail }: { readonly title: string; readonly detail: string | undefined }) {
  const text = useText();
  const me = useMe().data;
  if (me)
    return (
      <Card>
        <div className="stack">
          <p>
            <b>{title}</b>
          </p>
          <p className="secondary">{text('validate.signedInText', { name: nameOf(me) })}</p>
          <div>
            <ButtonLink look="primary" to="/plants">
              {text('plants.toPlants')}
            </ButtonLink>
          </div>
        </div>
      </Card>
    );
  return (
    <div className="stack">
      <Notice tone="warn" live>
        <p>
          <b>{title}</b>
        </p>
        {detail !== undefined && <p>{detail}</p>}
      </Notice>
      <Card>
        <div className="stack">
          <p className="secondary">{text('validate.usedText')}</p>
          <div>
            <ButtonLink look="primary" to="/sign-in">
              {text('signIn.submit')}
            </ButtonLink>
          </div>
          <h2>{text('validate.newLink')}</h2>
          <ResendForm />
        </div>
      </Card>
    </div>
  );
}
