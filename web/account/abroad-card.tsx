import { useQuery } from '@tanstack/react-query';
import { servicePartnersQuery } from '../api/accounts.js';
import type { Me } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Card, Notice } from '../ui/surfaces.js';

/** A consumer outside Germany: why monitoring is not offered, and who helps there (A10). */
export function AbroadCard({ me }: { readonly me: Me }) {
  const text = useText();
  const partners = useQuery(servicePartnersQuery).data?.filter(({ country }) => country === me.address.country) ?? [];
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('abroad.title')}</h2>
      </div>
      <div className="stack">
        <Notice tone="sun">
          <p>{text('abroad.text')}</p>
          {partners.length > 0 && <p>{text('abroad.partners')}</p>}
        </Notice>
        {partners.length > 0 && (
          <dl className="facts">
            {partners.map(({ name, email, phone, website }) => (
              <div className="fact" key={name}>
                <dt>{name}</dt>
                <dd>
                  {email !== null && <a href={`mailto:${email}`}>{email}</a>} {phone}{' '}
                  {website !== null && (
                    <a href={website} rel="noreferrer">
                      {new URL(website).host}
                    </a>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </Card>
  );
}
