import './shop.css';
import { useText } from '../../i18n/use-text.js';
import { Page } from '../../ui/page.js';
import { FindPlants } from './find-plants.js';

type LicencesPageProps = { readonly find: string | undefined; readonly onFind: (find: string) => void };

/** Any plant, found by what somebody on the telephone knows of it; its licence is a step further. */
export function LicencesPage({ find, onFind }: LicencesPageProps) {
  const text = useText();
  return (
    <Page title={text('office.licences.title')} lead={text('office.licences.lead')}>
      <div className="stack">
        <FindPlants
          find={find}
          onFind={onFind}
          linkTo={(plantId) => ({ to: '/office/licences/$plantId', params: { plantId }, search: {} })}
        />
      </div>
    </Page>
  );
}
