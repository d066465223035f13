import type { AccountId, RepairOrderId } from '../kernel/ids.js';
import type { VatTreatment } from '../order/vat-treatment.js';
import type { AttachmentType } from './attachments.js';
import type { RepairCategory } from './category.js';
import type { OfferPosition } from './events.js';
import type { DeviceEvidence, RepairRequest } from './request.js';
import type { RepairStatus } from './state.js';

type ByCustomer = { readonly by: { readonly kind: 'customer'; readonly accountId: AccountId } };
type ByOffice = { readonly by: { readonly kind: 'office'; readonly accountId: AccountId } };
/** What follows from money is told by the portal itself. */
type BySystem = { readonly by: { readonly kind: 'system' } };
type ByEither = { readonly by: ByCustomer['by'] | ByOffice['by'] };

type Wish<T extends string, Body = unknown> = { readonly type: T; readonly at: string } & Body;

/** What is asked of a repair order. */
export type RepairCommand =
  | Wish<'SaveRepairDraft', ByCustomer & { readonly repairOrderId: RepairOrderId; readonly request: RepairRequest }>
  | Wish<'DiscardRepairDraft', ByCustomer>
  | Wish<
      'SendRepairRequest',
      ByCustomer & { readonly proposedCategory: RepairCategory | null; readonly evidence: DeviceEvidence | null }
    >
  | Wish<'AssignRepair', ByOffice & { readonly advocateId: AccountId | null; readonly dueOn: string }>
  | Wish<'WriteRepairMessage', ByEither & { readonly messageId: string; readonly text: string }>
  | Wish<
      'AttachRepairFile',
      ByEither & {
        readonly fileId: string;
        readonly name: string;
        readonly mediaType: AttachmentType;
        readonly sizeBytes: number;
        readonly sha256: string;
      }
    >
  | Wish<'RemoveRepairFile', ByCustomer & { readonly fileId: string }>
  | Wish<
      'OfferRepair',
      ByOffice & {
        readonly category: RepairCategory;
        readonly positions: readonly OfferPosition[];
        readonly priceListVersion: string;
        readonly vat: { readonly treatment: VatTreatment; readonly rateBasisPoints: number };
        readonly validUntil: string;
        readonly note: string | null;
      }
    >
  | Wish<'AcceptRepairOffer', ByCustomer & { readonly offerNo: number; readonly earlyStart: boolean | null }>
  | Wish<'RefuseRepairOffer', ByCustomer & { readonly offerNo: number; readonly reason: string | null }>
  | Wish<'DeclineRepair', ByOffice & { readonly reason: string }>
  /** By the system: from the contract, as the public page takes it. */
  | Wish<'WithdrawRepair', { readonly by: (ByCustomer | BySystem)['by'] }>
  /** As the office settles it, once the work has begun. */
  | Wish<
      'SettleWithdrawal',
      ByOffice & {
        readonly workDonePercent: number;
        readonly netCents: number;
        readonly reason: string;
        /** There is an invoice that has to be corrected. */
        readonly isInvoiced: boolean;
      }
    >
  | Wish<'NoteDispatch', ByEither>
  | Wish<'NoteArrival', ByOffice>
  | Wish<'SendBack', ByOffice & { readonly carrier: string | null; readonly trackingNumber: string | null }>
  | Wish<
      'InvoiceRepair',
      { readonly by: (ByOffice | BySystem)['by'] } & { readonly invoiceNumber: string; readonly dueOn: string }
    >
  | Wish<'NoteRepairPaid', { readonly by: (ByOffice | BySystem)['by'] } & { readonly paidOn: string }>
  | Wish<'CloseRepair', ByOffice>;

export type RepairRejection =
  /** There is none, or it is somebody else's. */
  | { readonly code: 'repair.not-found' }
  /** Only consumers may withdraw from a contract. */
  | { readonly code: 'repair.not-a-consumer' }
  /** More than the agreed price of what was done. */
  | { readonly code: 'repair.compensation-too-high' }
  /** It has not come so far yet, or is beyond that. */
  | { readonly code: 'repair.wrong-state'; readonly status: RepairStatus }
  | { readonly code: 'repair.incomplete'; readonly pointers: readonly string[] }
  | { readonly code: 'repair.too-many-messages' }
  | { readonly code: 'repair.too-many-files' }
  | { readonly code: 'repair.file-not-found' }
  | { readonly code: 'repair.validity-over' }
  | { readonly code: 'repair.validity-too-long' }
  | { readonly code: 'repair.offer-too-high' }
  | { readonly code: 'repair.offer-replaced' }
  | { readonly code: 'repair.offer-lapsed' }
  | { readonly code: 'repair.invoiced-already' }
  | { readonly code: 'repair.nothing-to-pay' }
  | { readonly code: 'repair.not-invoiced' }
  | { readonly code: 'repair.paid-already' }
  | { readonly code: 'repair.paid-in-future' }
  | { readonly code: 'repair.not-paid' };
