import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { portalQuery } from '../api/accounts.js';
import type { Imprint } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { countryName } from '../forms/countries.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Page } from '../ui/page.js';
import { Card, Loading, Notice } from '../ui/surfaces.js';

/** Who answers for the portal, and how they are reached (§ 5 DDG). */
export function ImprintPage() {
  const text = useText();
  const portal = useQuery(portalQuery);
  return (
    <Page title={text('imprint.title')} lead={text('imprint.lead')} narrow>
      {portal.isError ? (
        <LoadFailure error={portal.error} retry={() => void portal.refetch()} />
      ) : portal.data === undefined ? (
        <Loading />
      ) : (
        <Provider imprint={portal.data.imprint} />
      )}
    </Page>
  );
}

function Provider({ imprint }: { readonly imprint: Imprint }) {
  const text = useText();
  const { language } = useFormat();
  const { name, street, postcode, town, country, representedBy, email, phone } = imprint;
  return (
    <div className="stack">
      {imprint.isExample && (
        <Notice tone="warn">
          <p>{text('imprint.example')}</p>
        </Notice>
      )}
      <Card className="panel stack">
        <div>
          <h2>{name}</h2>
          <p>
            {street}
            <br />
            {postcode} {town}
            <br />
            {countryName(country, language)}
          </p>
        </div>
        <dl className="facts">
          <Fact label={text('imprint.representedBy')}>{representedBy}</Fact>
          <Fact label={text('imprint.email')}>
            <a href={`mailto:${email}`}>{email}</a>
          </Fact>
          <Fact label={text('imprint.phone')}>
            <a href={`tel:${phone.replaceAll(/[^+0-9]/g, '')}`}>{phone}</a>
          </Fact>
          <Fact label={text('imprint.register')}>
            {imprint.registrationCourt}, {imprint.registrationNumber}
          </Fact>
          <Fact label={text('imprint.vatId')}>{imprint.vatId}</Fact>
        </dl>
      </Card>
    </div>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
