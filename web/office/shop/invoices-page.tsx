import '../office-list.css';
import './shop.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { request } from '../../api/client.js';
import type { InvoiceYear, OfficeInvoice } from '../../api/types.js';
import { usePages } from '../../api/use-pages.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { LoadFailure } from '../../shell/failure.js';
import { Icon } from '../../ui/icon.js';
import { More } from '../../ui/more.js';
import { Page } from '../../ui/page.js';
import { Card, EmptyState, Loading, Notice } from '../../ui/surfaces.js';
import { Table, type Column } from '../../ui/table.js';
import { Facts } from '../../ui/facts.js';
import { ExportForm } from './export-form.js';
import { invoiceKinds, type InvoiceKind } from './searches.js';

/** What goes back to customers has a minus. */
const signOf = (kind: InvoiceKind) => (kind === 'correction' || kind === 'cancellation' ? '−' : '');

type Filter = { readonly year?: number | undefined; readonly kind?: InvoiceKind | undefined };
type InvoicesPageProps = { readonly filter: Filter; readonly onFilter: (filter: Filter) => void };

/** Every document of a year: sums, whether the numbers are complete, the list, and what accounting takes over. */
export function InvoicesPage({ filter, onFilter }: InvoicesPageProps) {
  const text = useText();
  const present = new Date().getFullYear();
  const { year = present, kind } = filter;
  const sums = useQuery({
    queryKey: ['office', 'invoice-year', year],
    queryFn: ({ signal }) => request<InvoiceYear>('GET', `/office/invoices/years/${year}`, { signal }),
  });
  const invoices = usePages<OfficeInvoice>('/office/invoices', { year, kind });
  const years = [...new Set([present, year, ...(sums.data?.years ?? [])])].sort((a, b) => b - a);
  return (
    <Page title={text('office.invoices.title')} lead={text('office.invoices.lead')}>
      <div className="stack">
        <div className="filters">
          <label>
            {text('office.invoices.year')}
            <select
              className="select"
              value={year}
              onChange={({ target }) => onFilter({ ...filter, year: Number(target.value) })}
            >
              {years.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            {text('office.invoices.kind')}
            <select
              className="select"
              value={kind ?? ''}
              onChange={({ target }) => {
                const wanted = invoiceKinds.find((one) => one === target.value);
                onFilter({ year, ...(wanted === undefined ? {} : { kind: wanted }) });
              }}
            >
              <option value="">{text('office.invoices.allKinds')}</option>
              {invoiceKinds.map((one) => (
                <option key={one} value={one}>
                  {text(`shop.invoice.${one}`)}
                </option>
              ))}
            </select>
          </label>
        </div>
        {sums.data !== undefined && <Sums of={sums.data} />}
        {invoices.items !== undefined ? (
          <Invoices invoices={invoices.items} year={year} />
        ) : invoices.isError ? (
          <div className="card">
            <LoadFailure error={invoices.error} retry={() => void invoices.refetch()} />
          </div>
        ) : (
          <Loading />
        )}
        <More pages={invoices} />
        <ExportForm key={year} year={year} isExample={sums.data?.isAccountingExample === true} />
      </div>
    </Page>
  );
}

function Sums({ of: { total, kinds, numbering } }: { readonly of: InvoiceYear }) {
  const text = useText();
  const format = useFormat();
  const { given, first, last, missing, withoutDocument } = numbering;
  return (
    <>
      {missing.length > 0 ? (
        <Notice tone="fault">
          <p>
            <b>{text('office.invoices.gap', { count: missing.length, numbers: format.list(missing) })}</b>
          </p>
          <p>{text('office.invoices.gapText')}</p>
        </Notice>
      ) : withoutDocument.length > 0 ? (
        <Notice tone="warn">
          <p>
            <b>
              {text('office.invoices.making', { count: withoutDocument.length, numbers: format.list(withoutDocument) })}
            </b>
          </p>
          <p>{text('office.invoices.makingText')}</p>
        </Notice>
      ) : (
        first !== null &&
        last !== null && (
          <Notice tone="ok">
            <p>{text('office.invoices.complete', { first, last, given })}</p>
          </Notice>
        )
      )}
      {given > 0 && (
        <Card>
          <Facts
            of={[
              ...kinds
                .toSorted((a, b) => invoiceKinds.indexOf(a.kind) - invoiceKinds.indexOf(b.kind))
                .map(
                  ({ kind, count, gross }) =>
                    [
                      text('office.invoices.sumOf', { kind: text(`shop.invoice.${kind}`), count }),
                      <span key={kind} className="num">
                        {signOf(kind)}
                        {format.euro(gross)}
                      </span>,
                    ] as const,
                ),
              [text('office.invoices.net'), <span className="num">{format.euro(total.net)}</span>],
              [text('office.invoices.vat'), <span className="num">{format.euro(total.vat)}</span>],
              [
                text('office.invoices.gross'),
                <b key="gross" className="num">
                  {format.euro(total.gross)}
                </b>,
              ],
            ]}
          />
        </Card>
      )}
    </>
  );
}

function Invoices({ invoices, year }: { readonly invoices: readonly OfficeInvoice[]; readonly year: number }) {
  const text = useText();
  const format = useFormat();
  if (invoices.length === 0)
    return (
      <div className="card">
        <EmptyState icon="licence" title={text('office.invoices.none', { year: String(year) })}>
          <p>{text('office.invoices.noneText')}</p>
        </EmptyState>
      </div>
    );
  const columns: readonly Column<OfficeInvoice>[] = [
    {
      key: 'number',
      head: text('office.invoices.number'),
      cell: ({ number, kind, corrects }) => (
        <>
          <b className="num">{number}</b>
          <span className="under">
            {text(`shop.invoice.${kind}`)}
            {corrects !== null && ` ${text('office.invoices.corrects', { number: corrects })}`}
          </span>
        </>
      ),
    },
    { key: 'day', head: text('office.invoices.day'), cell: ({ issuedOn }) => format.day(issuedOn, 'dayShort') },
    {
      key: 'customer',
      head: text('office.invoices.customer'),
      cell: ({ customer, orderId }) => (
        <Link to="/office/orders" search={{ find: orderId }}>
          {customer ?? text('office.shop.forgotten')}
        </Link>
      ),
    },
    {
      key: 'vat',
      head: text('office.invoices.tax'),
      cell: ({ vatTreatment, vatRatePercent }) =>
        text(`office.invoices.treatment.${vatTreatment}`, { rate: format.number(vatRatePercent) }),
    },
    {
      key: 'gross',
      head: text('office.invoices.amount'),
      right: true,
      cell: ({ gross, net, kind }) => {
        const back = signOf(kind);
        return (
          <>
            {back}
            {format.euro(gross)}
            <span className="under num">{text('shop.net', { price: `${back}${format.euro(net)}` })}</span>
          </>
        );
      },
    },
    {
      key: 'file',
      head: <span className="visually-hidden">{text('office.invoices.file')}</span>,
      cell: ({ number, customer }) =>
        customer === null ? null : (
          <a
            className="icon-button"
            href={`/api/v1/office/invoices/${number}.pdf`}
            download
            aria-label={text('office.invoices.pdf', { number })}
            title={text('office.invoices.pdf', { number })}
          >
            <Icon name="download" />
          </a>
        ),
    },
  ];
  return (
    <div className="card office-list">
      <Table
        caption={text('office.invoices.title')}
        columns={columns}
        rows={invoices}
        rowKey={({ number }) => number}
      />
    </div>
  );
}
