import './shop.css';
import { useText } from '../../i18n/use-text.js';
import { Page } from '../../ui/page.js';
import { FindForm } from './find-form.js';
import { FoundPlants } from './found-plants.js';

type LicencesPageProps = { readonly find: string | undefined; readonly onFind: (find: string) => void };

/** Any plant, found by what somebody on the telephone knows of it; its licence is a step further. */
export function LicencesPage({ find, onFind }: LicencesPageProps) {
  const text = useText();
  return (
    <Page title={text('office.licences.title')} lead={text('office.licences.lead')}>
      <div className="stack">
        <FindForm
          find={find ?? ''}
          label={text('office.licences.find')}
          help={text('office.licences.findHelp')}
          submit={text('office.licences.findNow')}
          onFind={onFind}
        />
        {find !== undefined && (
          <FoundPlants
            find={find}
            linkTo={(plantId) => ({ to: '/office/licences/$plantId', params: { plantId }, search: {} })}
          />
        )}
      </div>
    </Page>
  );
}
