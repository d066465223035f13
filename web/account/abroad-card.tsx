import './abroad-card.css';
import { useQuery } from '@tanstack/react-query';
import { servicePartnersQuery, vatCheckQuery } from '../api/accounts.js';
import type { Me, ServicePartner } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { ButtonLink } from '../ui/button.js';
import { Card, Notice } from '../ui/surfaces.js';

/** A consumer outside Germany: why monitoring is not offered, who helps there and how (A10, A11). */
export function AbroadCard({ me }: { readonly me: Me }) {
  const text = useText();
  const partners = useQuery(servicePartnersQuery).data?.filter(({ country }) => country === me.address.country) ?? [];
  const isServed = useQuery(vatCheckQuery).data?.services === null;
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('abroad.title')}</h2>
      </div>
      <div className="stack">
        {isServed ? (
          <>
            <Notice tone="ok">
              <p>{text('abroad.served')}</p>
            </Notice>
            <div>
              <ButtonLink to="/plants">{text('invitation.toPlants')}</ButtonLink>
            </div>
          </>
        ) : (
          <>
            <Notice tone="sun">
              <p>{text('abroad.text')}</p>
            </Notice>
            {partners.length > 0 && (
              <div>
                <h3>{text('abroad.partners')}</h3>
                <ol className="abroad-steps">
                  <li>{text('abroad.ask')}</li>
                  <li>{text('abroad.setUp')}</li>
                  <li>{text('abroad.invited', { email: me.email })}</li>
                </ol>
              </div>
            )}
          </>
        )}
        {partners.length > 0 && <Partners partners={partners} />}
      </div>
    </Card>
  );
}

function Partners({ partners }: { readonly partners: readonly ServicePartner[] }) {
  return (
    <dl className="facts">
      {partners.map(({ name, email, phone, website }) => (
        <div className="fact" key={name}>
          <dt>{name}</dt>
          <dd className="partner-contacts">
            {email !== null && <a href={`mailto:${email}`}>{email}</a>}
            {phone !== null && <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>}
            {website !== null && (
              <a href={website} rel="noreferrer">
                {new URL(website).host}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
