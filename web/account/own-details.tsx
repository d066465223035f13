import { useState } from 'react';
import { nameOf } from '../api/accounts.js';
import type { Language, Me } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { countryName } from '../forms/countries.js';
import type { MessageId } from '../i18n/de.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Facts, type Fact } from '../ui/facts.js';
import { Card } from '../ui/surfaces.js';
import { companyName } from './company-name.js';
import { DetailsDialog } from './details-dialog.js';
import { mailLanguages } from './mail-languages.js';

/** What the portal knows of the owner, and correcting it (Art. 16 GDPR). */
export function OwnDetails({ me }: { readonly me: Me }) {
  const text = useText();
  const format = useFormat();
  const [isEditing, setEditing] = useState(false);
  const facts: readonly (Fact | null)[] = [
    me.company ? [text('account.company'), companyName(me.company)] : null,
    me.company?.vatId ? [text('account.vatId'), me.company.vatId] : null,
    me.kind === 'operator' ? null : [text('account.name'), nameOf(me)],
    me.kind === 'operator' ? null : [text('account.address'), addressOf(me, format.language)],
    [text('account.mailLanguage'), mailLanguages[me.language]],
    [text('account.userName'), me.userName],
    [text('account.kind'), text(kinds[me.kind])],
    [text('account.since'), format.day(me.registeredAt)],
  ];
  return (
    <Card>
      <div className="panel-head">
        <h2>{text('account.data')}</h2>
      </div>
      <div className="stack">
        <Facts of={facts} />
        <div>
          <Button icon="edit" onClick={() => setEditing(true)}>
            {text('details.edit')}
          </Button>
        </div>
      </div>
      {isEditing && <DetailsDialog me={me} onClose={() => setEditing(false)} />}
    </Card>
  );
}

const kinds = {
  business: 'register.business',
  consumer: 'register.consumer',
  operator: 'account.operator',
} as const satisfies Record<Me['kind'], MessageId>;

function addressOf({ address: { street, postcode, town, country } }: Me, language: Language): string {
  return `${street}, ${postcode} ${town}, ${countryName(country, language)}`;
}
