import { useQuery } from '@tanstack/react-query';
import { servicePartnersQuery } from '../api/accounts.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Notice } from '../ui/surfaces.js';

/** What a consumer outside Germany should know before registering: monitoring is not offered, or through partners (A10, A11). */
export function AbroadNotice({ country }: { readonly country: string }) {
  const text = useText();
  const format = useFormat();
  const partners = useQuery(servicePartnersQuery).data?.filter((partner) => partner.country === country) ?? [];
  return (
    <Notice tone="sun" live>
      <p>{text('abroad.before')}</p>
      <p>
        {partners.length > 0
          ? text('abroad.beforePartners', { names: format.list(partners.map(({ name }) => name)) })
          : text('abroad.beforeOthers')}
      </p>
    </Notice>
  );
}
