import type { RepairPrices } from '../../api/types.js';
import { useText } from '../../i18n/use-text.js';
import { RepairPriceTable } from '../../repairs/prices-page.js';
import { LoadFailure } from '../../shell/failure.js';
import { ButtonLink } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Loading } from '../../ui/surfaces.js';
import { ListCards } from '../prices/list-cards.js';
import { useRepairPriceLists, withStates } from './price-lists.js';

/** Every price list for repairs: the one in force, those that are announced, and those that are past (H5). */
export function OfficeRepairPricesPage() {
  const text = useText();
  const lists = useRepairPriceLists();
  return (
    <Page
      title={text('office.repairPrices.title')}
      lead={text('office.repairPrices.lead')}
      actions={
        <ButtonLink look="primary" icon="add" to="/office/repair-prices/new">
          {text('office.prices.new')}
        </ButtonLink>
      }
    >
      {lists.data !== undefined ? (
        <ListCards lists={withStates(lists.data)} example={text('office.repairPrices.example')}>
          {(list) => <Content list={list} />}
        </ListCards>
      ) : lists.isError ? (
        <div className="card">
          <LoadFailure error={lists.error} retry={() => void lists.refetch()} />
        </div>
      ) : (
        <Loading />
      )}
    </Page>
  );
}

function Content({ list }: { readonly list: RepairPrices }) {
  const text = useText();
  return (
    <>
      <RepairPriceTable items={list.items} />
      <p className="tertiary">{text('office.repairPrices.warranty', { years: list.warrantyYears })}</p>
    </>
  );
}
