import type { SupplementQuote } from '../../api/types.js';
import { useFormat } from '../../format/use-format.js';
import { useText } from '../../i18n/use-text.js';
import { PowerEvidence } from '../../shop/power-evidence.js';
import { Card, Notice } from '../../ui/surfaces.js';
import { Table } from '../../ui/table.js';
import { Facts } from '../../ui/facts.js';

type ChargePreviewProps = {
  readonly quote: SupplementQuote;
  readonly since: string;
  readonly evidence: string;
  /** Of the file that goes along; null without one. */
  readonly fileName: string | null;
};

/** What the invoice will say, and how its amount is found. */
export function ChargePreview({ quote, since, evidence, fileName }: ChargePreviewProps) {
  const text = useText();
  const format = useFormat();
  const { buyer, statedPowerW, truePowerW, firstDay, lastDay, invoiceNumber, dueOn, language } = quote;
  const power = (powerW: number) => format.inWords(format.ratedPower(powerW));
  return (
    <>
      <Card>
        <h2>{text('office.charges.previewTitle')}</h2>
        <div className="preview-facts">
          <Facts
            of={[
              [text('office.charges.customer'), `${buyer.name}, ${buyer.town}`],
              [text('office.orders.mail'), buyer.email],
              [text('shop.licence'), text('shop.period', { first: format.day(firstDay), last: format.day(lastDay) })],
              [
                text('office.charges.power'),
                text('office.charges.powerText', {
                  stated: power(statedPowerW),
                  found: power(truePowerW),
                  day: format.day(since),
                }),
              ],
              [text('office.charges.evidence'), evidence],
              fileName === null ? null : [text('office.charges.file'), fileName],
              [text('office.charges.refersTo'), invoiceNumber],
              [text('office.charges.language'), text(`office.charges.language.${language}`)],
              [text('office.charges.dueOn'), format.day(dueOn)],
            ]}
          />
        </div>
        <Positions of={quote} />
      </Card>
      <Card>
        <h2>{text('office.charges.shown')}</h2>
        <p className="secondary">{text('office.charges.shownText')}</p>
        <PowerEvidence shown={quote.shown} />
      </Card>
      <Notice tone="sun">
        <p>{text('office.charges.issueText')}</p>
      </Notice>
    </>
  );
}

function Positions({ of }: { readonly of: SupplementQuote }) {
  const text = useText();
  const format = useFormat();
  const { trueNet, statedNet, truePowerW, statedPowerW, termDays, chargedDays, net, vat, gross } = of;
  const power = (powerW: number) => format.inWords(format.ratedPower(powerW));
  const priceOf = (powerW: number) => text('office.charges.priceOf', { power: power(powerW), days: termDays });
  const rate = format.number(of.vatRatePercent);
  const rows = [
    { key: 'true', label: priceOf(truePowerW), amount: format.euro(trueNet) },
    { key: 'stated', label: priceOf(statedPowerW), amount: `−${format.euro(statedNet)}` },
    ...(chargedDays === termDays
      ? []
      : [{ key: 'days', label: text('office.charges.days', { charged: chargedDays, days: termDays }), amount: '' }]),
    { key: 'net', label: <b>{text('office.charges.net')}</b>, amount: <b>{format.euro(net)}</b> },
    { key: 'vat', label: text(`office.charges.vat.${of.vatTreatment}`, { rate }), amount: format.euro(vat) },
    { key: 'gross', label: <b>{text('office.charges.gross')}</b>, amount: <b>{format.euro(gross)}</b> },
  ];
  return (
    <Table
      caption={text('office.charges.positions')}
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'label',
          head: text('office.charges.position', { version: of.priceListVersion }),
          cell: ({ label }) => label,
        },
        { key: 'amount', head: text('office.invoices.amount'), right: true, cell: ({ amount }) => amount },
      ]}
    />
  );
}
