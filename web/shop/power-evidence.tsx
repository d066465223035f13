import type { Order } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Table } from '../ui/table.js';

type Shown = NonNullable<NonNullable<Order['supplement']>['shown']>;

/** What the history of a plant and the register of devices say of its power, from when to when. */
export function PowerEvidence({ shown: { devices, sums, lastRevision } }: { readonly shown: Shown }) {
  const text = useText();
  const format = useFormat();
  const power = (powerW: number) => format.inWords(format.ratedPower(powerW));
  const time = ({ from, to }: { readonly from: string; readonly to: string | null }) =>
    to === null
      ? text('shop.evidenceSince', { from: format.portal(from) })
      : text('shop.period', { first: format.portal(from), last: format.portal(to) });
  return (
    <div className="stack">
      <h3>{text('shop.evidenceSums')}</h3>
      <Table
        caption={text('shop.evidenceSums')}
        rows={sums}
        rowKey={({ revision }) => String(revision)}
        columns={[
          { key: 'time', head: text('shop.evidenceTime'), cell: time },
          {
            key: 'power',
            head: text('shop.power'),
            right: true,
            cell: ({ nominalPowerW, assumedPowerW }) => (
              <>
                {power(nominalPowerW)}
                {assumedPowerW > 0 && (
                  <div className="secondary">{text('shop.evidenceAssumed', { power: power(assumedPowerW) })}</div>
                )}
              </>
            ),
          },
          { key: 'event', head: text('shop.evidenceEvent'), right: true, cell: ({ revision }) => revision },
        ]}
      />
      <h3>{text('shop.evidenceDevices')}</h3>
      <Table
        caption={text('shop.evidenceDevices')}
        rows={devices}
        rowKey={({ revision, serialNumber }) => `${serialNumber}/${revision}`}
        columns={[
          {
            key: 'device',
            head: text('shop.evidenceDevice'),
            cell: ({ serialNumber, type, isAssumed, since, register }) => (
              <>
                <b>{serialNumber}</b>
                <div className="secondary">
                  {type !== null && `${type}, `}
                  {text(isAssumed ? 'shop.evidenceUnknownType' : `shop.evidenceKnown.${since}`)}
                </div>
                <div className="secondary">
                  {register === null
                    ? text('shop.evidenceNoRegister')
                    : text('shop.evidenceRegister', {
                        what: [
                          register.type ?? text('shop.evidenceNoType'),
                          ...(register.nominalPowerW === null ? [] : [power(register.nominalPowerW)]),
                        ].join(', '),
                      })}
                </div>
              </>
            ),
          },
          { key: 'time', head: text('shop.evidenceTime'), cell: time },
          { key: 'power', head: text('shop.power'), right: true, cell: ({ nominalPowerW }) => power(nominalPowerW) },
          { key: 'event', head: text('shop.evidenceEvent'), right: true, cell: ({ revision }) => revision },
        ]}
      />
      <p className="secondary">{text('shop.evidenceSource', { last: lastRevision })}</p>
    </div>
  );
}

type KeptEvidenceProps = {
  readonly supplement: NonNullable<Order['supplement']>;
  /** Of the evidence in the API. */
  readonly path: string;
};

/** The evidence of a charge, folded away, and its files. */
export function KeptEvidence({ supplement: { shown, file }, path }: KeptEvidenceProps) {
  const text = useText();
  if (shown === null) return null;
  return (
    <details className="evidence">
      <summary>{text('shop.evidenceLook')}</summary>
      <div className="stack">
        <PowerEvidence shown={shown} />
        <p className="row">
          <a href={`/api/v1${path}.pdf`} download>
            {text('shop.evidencePdf')}
          </a>
          {file !== null && (
            <a href={`/api/v1${path}/file`} download>
              {text(file.mediaType === 'application/pdf' ? 'shop.evidenceFile' : 'shop.evidencePhoto')}
            </a>
          )}
        </p>
      </div>
    </details>
  );
}
