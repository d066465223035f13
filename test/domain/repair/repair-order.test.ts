import t from 'tap';
import { Erased } from '../../../domain/kernel/event.js';
import { AccountId, RepairOrderId, SerialNumber } from '../../../domain/kernel/ids.js';
import type { OfferPosition, RepairEvent } from '../../../domain/repair/events.js';
import { owes, repairDecider, type RepairCommand } from '../../../domain/repair/repair-order.js';
import type { RepairRequest } from '../../../domain/repair/request.js';
import { given } from '../../support/given.js';

const repairOrderId = RepairOrderId.parse('0d5e1c20-0000-4000-8000-0000000000c7');
const accountId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555777');
const otherId = AccountId.parse('0d3f4a5e-1111-4222-8333-944445555778');
const advocateId = AccountId.parse('0d3f4a5e-1111-4222-8333-9444455558aa');
const at = '2027-02-01T10:00:00Z';
const of = { repairOrderId, accountId, at };
const customer = { at, by: { kind: 'customer', accountId } } as const;
const office = { at, by: { kind: 'office', accountId: advocateId } } as const;

const request: RepairRequest = {
  device: {
    ...{ plantId: null, inverterId: null, serialNumber: SerialNumber.parse('A0264'), type: 'AE 3TL 23' },
    ...{ deliveredOn: '2023-05-01', category: 'ae' },
  },
  report: { fault: 'Keine Anzeige', remoteMonitoring: 'none', specialSettings: null },
  contact: {
    ...{ name: 'Eva Wirt', phone: '07123 969', email: 'eva@example.org', company: null },
    ...{ street: 'Weg 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
  },
};
const evidence = { errors: [], powerCurve: null };
const positions: readonly OfferPosition[] = [
  { code: 'repair-flat', description: 'Reparatur', quantity: 1, netCents: 49_000 },
  { code: 'fan', description: 'Lüfter', quantity: 2, netCents: 6_505 },
];
const vat = { treatment: 'domestic', rateBasisPoints: 1900 } as const;

const save: RepairCommand = { type: 'SaveRepairDraft', ...customer, repairOrderId, request };
const send: RepairCommand = { type: 'SendRepairRequest', ...customer, proposedCategory: 'ae', evidence };
const offer = {
  type: 'OfferRepair',
  ...office,
  category: 'outOfWarranty',
  positions,
  priceListVersion: 'demo',
  vat,
  validUntil: '2027-03-01',
  note: null,
} as const;

const drafted: RepairEvent = { type: 'RepairDraftSaved', data: { ...of, ...request } };
const requested: RepairEvent = {
  type: 'RepairRequested',
  data: { ...of, proposedCategory: 'ae', dueOn: '2027-02-04', evidence },
};
const offered: RepairEvent = {
  type: 'RepairOffered',
  data: {
    ...{ ...of, offerNo: 1, category: 'outOfWarranty', positions, priceListVersion: 'demo' },
    ...{ vatTreatment: 'domestic', vatRateBasisPoints: 1900, netCents: 62_010, vatCents: 11_782, grossCents: 73_792 },
    ...{ validUntil: '2027-03-01', note: null },
  },
};
const acceptedOffer: RepairEvent = {
  type: 'RepairOfferAccepted',
  data: { ...of, offerNo: 1, grossCents: 73_792, earlyStart: true },
};
const refused: RepairEvent = { type: 'RepairOfferRefused', data: { ...of, offerNo: 1, reason: null } };
const dispatched: RepairEvent = { type: 'RepairDeviceDispatched', data: of };
const received: RepairEvent = { type: 'RepairDeviceReceived', data: of };
const sentBack: RepairEvent = { type: 'RepairDeviceSentBack', data: { ...of, carrier: 'DHL', trackingNumber: null } };
const invoiced: RepairEvent = {
  type: 'RepairInvoiced',
  data: { ...of, invoiceNumber: 'R-1', dueOn: '2027-03-01', grossCents: 73_792 },
};
const paid: RepairEvent = { type: 'RepairPaid', data: { ...of, paidOn: '2027-02-01' } };
const closed: RepairEvent = { type: 'RepairClosed', data: of };

const atOffer = [drafted, requested, offered];
const agreed = [...atOffer, acceptedOffer];
const onBench = [...agreed, received];

t.test('a draft may be unfinished, is changed at will, and only what is complete is sent', async (t) => {
  given(repairDecider, []).when(save).then(t, [drafted]);
  given(repairDecider, [drafted]).when(save).then(t, [drafted]);
  given(repairDecider, [drafted]).when(send).then(t, [requested]);
  const unfinished = {
    ...{ device: { ...request.device, serialNumber: null, category: null }, report: { ...request.report, fault: '' } },
    contact: { ...request.contact, phone: null },
  };
  const half: RepairEvent = { type: 'RepairDraftSaved', data: { ...of, ...unfinished } };
  const pointers = ['/device/serialNumber', '/device/category', '/report/fault', '/contact/phone'];
  given(repairDecider, [half]).when(send).thenRejected(t, { code: 'repair.incomplete', pointers });
  given(repairDecider, [half, drafted]).when(send).then(t, [requested]);
  given(repairDecider, [drafted, requested]).when(send).thenRejected(t, { code: 'repair.wrong-state' });
  given(repairDecider, [drafted, requested])
    .when(save)
    .thenRejected(t, { code: 'repair.wrong-state', status: 'requested' });
  const discarded: RepairEvent = { type: 'RepairDraftDiscarded', data: of };
  given(repairDecider, [drafted])
    .when({ type: 'DiscardRepairDraft', ...customer })
    .then(t, [discarded]);
  given(repairDecider, [drafted, discarded]).when(save).thenRejected(t, { code: 'repair.not-found' });
  given(repairDecider, []).when(send).thenRejected(t, { code: 'repair.not-found' });
});

t.test('a device that was given away goes back also where there will be no repair', async (t) => {
  const back: RepairCommand = { type: 'SendBack', ...office, carrier: 'DHL', trackingNumber: null };
  const withdrawn: RepairEvent = { type: 'RepairWithdrawn', data: of };
  const away = [...agreed, dispatched, withdrawn];
  given(repairDecider, away).when(back).then(t, [sentBack]);
  given(repairDecider, [...agreed, withdrawn])
    .when(back)
    .thenRejected(t, { code: 'repair.wrong-state' });
  given(repairDecider, [...away, sentBack])
    .when(back)
    .thenRejected(t, { code: 'repair.wrong-state' });
  t.match(given(repairDecider, [...away, sentBack]).state(), { status: 'withdrawn', shipment: { carrier: 'DHL' } });
  given(repairDecider, onBench).when(back).then(t, [sentBack]);
});

t.test('a consumer withdraws when the work has begun: what was done is paid for', async (t) => {
  const settle = {
    type: 'SettleWithdrawal',
    ...office,
    workDonePercent: 50,
    netCents: 31_005,
    reason: 'Halbe Arbeit',
    isInvoiced: false,
  } as const;
  const amounts = { netCents: 31_005, vatCents: 5_891, grossCents: 36_896 };
  const settled: RepairEvent = {
    type: 'RepairWithdrawalSettled',
    data: { ...of, workDonePercent: 50, ...amounts, reason: 'Halbe Arbeit' },
  };
  given(repairDecider, onBench).when(settle).then(t, [settled]);
  given(repairDecider, onBench)
    .when({ ...settle, netCents: 31_006 })
    .thenRejected(t, { code: 'repair.compensation-too-high' });
  given(repairDecider, agreed).when(settle).thenRejected(t, { code: 'repair.wrong-state', status: 'accepted' });
  const ofBusiness = { ...acceptedOffer, data: { ...acceptedOffer.data, earlyStart: null } } as RepairEvent;
  given(repairDecider, [...atOffer, ofBusiness, received])
    .when(settle)
    .thenRejected(t, { code: 'repair.not-a-consumer' });
  // VAT is rounded on what is corrected: 31,005 of the agreed 62,010 go back, with 5,891 of 11,782.
  given(repairDecider, [...onBench, invoiced])
    .when({ ...settle, isInvoiced: true })
    .then(t, [settled]);

  const after = given(repairDecider, [...onBench, settled]).state();
  t.match(after, { status: 'withdrawn', endReason: 'Halbe Arbeit', compensation: amounts });
  if (after.status === 'none') return;
  t.equal(owes(after), true);
  const bill = {
    type: 'InvoiceRepair',
    at,
    by: { kind: 'system' },
    invoiceNumber: 'R-1',
    dueOn: '2027-03-01',
  } as const;
  given(repairDecider, [...onBench, settled])
    .when(bill)
    .then(t, [
      { type: 'RepairInvoiced', data: { ...of, invoiceNumber: 'R-1', dueOn: '2027-03-01', grossCents: 36_896 } },
    ]);
  given(repairDecider, [...onBench, settled])
    .when({ type: 'SendBack', ...office, carrier: 'DHL', trackingNumber: null })
    .then(t, [sentBack]);
  t.match(given(repairDecider, [...onBench, invoiced, settled]).state(), { invoice: { grossCents: 36_896 } });
  t.match(given(repairDecider, [...onBench, invoiced, paid, settled]).state(), { invoice: { grossCents: 73_792 } });
});

t.test('what is somebody else’s is not there, and a draft is nobody else’s', async (t) => {
  const other = { at, by: { kind: 'customer', accountId: otherId } } as const;
  const foreign: readonly RepairCommand[] = [
    { ...save, ...other },
    { type: 'WithdrawRepair', ...other },
    { type: 'AcceptRepairOffer', ...other, offerNo: 1, earlyStart: true },
    { type: 'WriteRepairMessage', ...other, messageId: repairOrderId, text: 'Hallo' },
  ];
  for (const command of foreign) {
    given(repairDecider, atOffer).when(command).thenRejected(t, { code: 'repair.not-found' });
  }
  given(repairDecider, [drafted]).when(offer).thenRejected(t, { code: 'repair.not-found' });
  given(repairDecider, [drafted])
    .when({ type: 'AssignRepair', ...office, advocateId, dueOn: '2027-02-05' })
    .thenRejected(t, { code: 'repair.not-found' });
});

t.test('an offer is summed up, replaced by a later one, and answered once', async (t) => {
  given(repairDecider, [drafted, requested]).when(offer).then(t, [offered]);
  const again = { type: 'RepairOffered', data: { ...offered.data, offerNo: 2 } } as RepairEvent;
  given(repairDecider, atOffer).when(offer).then(t, [again]);
  const accept = { type: 'AcceptRepairOffer', ...customer, offerNo: 1, earlyStart: true } as const;
  const refuse = { type: 'RefuseRepairOffer', ...customer, offerNo: 1, reason: null } as const;
  given(repairDecider, atOffer).when(accept).then(t, [acceptedOffer]);
  given(repairDecider, atOffer).when(refuse).then(t, [refused]);
  given(repairDecider, [...atOffer, again])
    .when(accept)
    .thenRejected(t, { code: 'repair.offer-replaced' });
  given(repairDecider, [...atOffer, again])
    .when(refuse)
    .thenRejected(t, { code: 'repair.offer-replaced' });
  // The last day is a day of Berlin.
  given(repairDecider, atOffer)
    .when({ ...accept, at: '2027-03-01T22:59:59Z' })
    .then(t, [
      {
        type: 'RepairOfferAccepted',
        data: { ...of, at: '2027-03-01T22:59:59Z', offerNo: 1, grossCents: 73_792, earlyStart: true },
      },
    ]);
  given(repairDecider, atOffer)
    .when({ ...accept, at: '2027-03-01T23:00:00Z' })
    .thenRejected(t, { code: 'repair.offer-lapsed' });
  for (const over of [agreed, [...atOffer, refused]]) {
    given(repairDecider, over).when(accept).thenRejected(t, { code: 'repair.wrong-state' });
    given(repairDecider, over).when(refuse).thenRejected(t, { code: 'repair.wrong-state' });
    given(repairDecider, over).when(offer).thenRejected(t, { code: 'repair.wrong-state' });
  }
  const state = given(repairDecider, [drafted, requested]);
  state.when({ ...offer, validUntil: '2027-01-31' }).thenRejected(t, { code: 'repair.validity-over' });
  state.when({ ...offer, validUntil: '2027-08-01' }).thenRejected(t, { code: 'repair.validity-too-long' });
  const [one] = positions;
  const high = one === undefined ? [] : [{ ...one, quantity: 999, netCents: 100_000_000 }];
  state.when({ ...offer, positions: high }).thenRejected(t, { code: 'repair.offer-too-high' });
});

t.test('a device goes to the bench and back, is paid for, and the order is closed', async (t) => {
  given(repairDecider, agreed)
    .when({ type: 'NoteDispatch', ...customer })
    .then(t, [dispatched]);
  for (const before of [agreed, [...agreed, dispatched]]) {
    given(repairDecider, before)
      .when({ type: 'NoteArrival', ...office })
      .then(t, [received]);
  }
  given(repairDecider, onBench)
    .when({ type: 'SendBack', ...office, carrier: 'DHL', trackingNumber: null })
    .then(t, [sentBack]);
  const invoice = { type: 'InvoiceRepair', ...office, invoiceNumber: 'R-1', dueOn: '2027-03-01' } as const;
  const notePaid = { type: 'NoteRepairPaid', ...office, paidOn: '2027-02-01' } as const;
  const close = { type: 'CloseRepair', ...office } as const;
  const back = [...onBench, sentBack];
  given(repairDecider, back).when(close).thenRejected(t, { code: 'repair.not-paid' });
  given(repairDecider, back).when(invoice).then(t, [invoiced]);
  given(repairDecider, back).when(notePaid).thenRejected(t, { code: 'repair.not-invoiced' });
  const billed = [...back, invoiced];
  given(repairDecider, billed).when(invoice).thenNothing(t);
  given(repairDecider, billed)
    .when({ ...invoice, invoiceNumber: 'R-2' })
    .thenRejected(t, { code: 'repair.invoiced-already' });
  given(repairDecider, billed).when(close).thenRejected(t, { code: 'repair.not-paid' });
  given(repairDecider, billed)
    .when({ ...notePaid, paidOn: '2027-02-02' })
    .thenRejected(t, { code: 'repair.paid-in-future' });
  given(repairDecider, billed).when(notePaid).then(t, [paid]);
  given(repairDecider, [...billed, paid])
    .when(notePaid)
    .thenRejected(t, { code: 'repair.paid-already' });
  given(repairDecider, [...billed, paid])
    .when(close)
    .then(t, [closed]);
  given(repairDecider, [...onBench, invoiced, paid])
    .when(close)
    .thenRejected(t, { code: 'repair.wrong-state' });
  given(repairDecider, atOffer).when(invoice).thenRejected(t, { code: 'repair.wrong-state' });
  t.match(given(repairDecider, [...billed, paid, closed]).state(), {
    status: 'closed',
    steps: ['draft', 'requested', 'offered', 'accepted', 'inRepair', 'sentBack', 'closed'].map((status) => ({
      status,
    })),
  });
});

t.test('only an agreed repair is owed for, until it is paid', async (t) => {
  const owed = (history: readonly RepairEvent[]) => {
    const state = given(repairDecider, history).state();
    return state.status !== 'none' && owes(state);
  };
  const over = [
    { type: 'RepairWithdrawn', data: of },
    { type: 'RepairDeclined', data: { ...of, reason: 'Keine Teile' } },
  ] as const;
  for (const history of [[drafted, requested], atOffer, [...atOffer, refused], ...over.map((end) => [...atOffer, end])])
    t.notOk(owed(history), String(history.at(-1)?.type));
  for (const history of [agreed, onBench, [...onBench, sentBack], [...onBench, sentBack, invoiced]])
    t.ok(owed(history), String(history.at(-1)?.type));
  t.notOk(owed([...onBench, sentBack, invoiced, paid]));
});

t.test('a repair under warranty costs nothing, needs no invoice, and is closed', async (t) => {
  const free = { ...offered, data: { ...offered.data, netCents: 0, vatCents: 0, grossCents: 0 } } as RepairEvent;
  const history = [drafted, requested, free, acceptedOffer, received, sentBack];
  given(repairDecider, history)
    .when({ type: 'InvoiceRepair', ...office, invoiceNumber: 'R-1', dueOn: '2027-03-01' })
    .thenRejected(t, { code: 'repair.nothing-to-pay' });
  given(repairDecider, history)
    .when({ type: 'CloseRepair', ...office })
    .then(t, [closed]);
});

t.test(
  'the customer may withdraw until the offer is accepted, the office decline until the device is there',
  async (t) => {
    const withdraw = { type: 'WithdrawRepair', ...customer } as const;
    const decline = { type: 'DeclineRepair', ...office, reason: 'Keine Ersatzteile' } as const;
    const withdrawn: RepairEvent = { type: 'RepairWithdrawn', data: of };
    const declined: RepairEvent = { type: 'RepairDeclined', data: { ...of, reason: 'Keine Ersatzteile' } };
    for (const history of [[drafted, requested], atOffer]) {
      given(repairDecider, history).when(withdraw).then(t, [withdrawn]);
      given(repairDecider, history).when(decline).then(t, [declined]);
    }
    given(repairDecider, agreed).when(withdraw).thenRejected(t, { code: 'repair.wrong-state' });
    const declared = { type: 'WithdrawRepair', at, by: { kind: 'system' } } as const;
    for (const history of [agreed, [...agreed, dispatched]])
      given(repairDecider, history).when(declared).then(t, [withdrawn]);
    given(repairDecider, onBench).when(declared).thenRejected(t, { code: 'repair.wrong-state' });
    given(repairDecider, agreed).when(decline).then(t, [declined]);
    given(repairDecider, onBench).when(decline).thenRejected(t, { code: 'repair.wrong-state', status: 'inRepair' });
    for (const settled of [
      [...agreed, invoiced],
      [...agreed, invoiced, paid],
    ])
      given(repairDecider, settled).when(decline).thenRejected(t, { code: 'repair.invoiced-already' });
  },
);

t.test('files are attached by both sides until it is over, and taken out of a draft alone', async (t) => {
  const fileId = '0d5e1c20-0000-4000-8000-0000000000f1';
  const file = { fileId, mediaType: 'image/jpeg', sizeBytes: 9, sha256: 'ab', name: 'Schild.jpg' } as const;
  const attach = { type: 'AttachRepairFile', ...file } as const;
  const attached = (from: 'customer' | 'office', authorId: AccountId): RepairEvent => ({
    type: 'RepairFileAttached',
    data: { ...of, ...file, from, authorId },
  });
  const ours = attached('customer', accountId);
  given(repairDecider, [drafted])
    .when({ ...attach, ...customer })
    .then(t, [ours]);
  given(repairDecider, [drafted, ours])
    .when({ ...attach, ...customer })
    .thenNothing(t);
  given(repairDecider, [drafted])
    .when({ ...attach, ...office })
    .thenRejected(t, { code: 'repair.not-found' });
  given(repairDecider, onBench)
    .when({ ...attach, ...office })
    .then(t, [attached('office', advocateId)]);
  given(repairDecider, [...atOffer, refused])
    .when({ ...attach, ...customer })
    .thenRejected(t, { code: 'repair.wrong-state' });
  const many = Array.from({ length: 20 }, () => ours);
  given(repairDecider, [drafted, ...many])
    .when({ ...attach, ...customer, fileId: repairOrderId })
    .thenRejected(t, { code: 'repair.too-many-files' });
  const remove = { type: 'RemoveRepairFile', ...customer, fileId } as const;
  given(repairDecider, [drafted, ours])
    .when(remove)
    .then(t, [{ type: 'RepairFileRemoved', data: { ...of, fileId } }]);
  given(repairDecider, [drafted]).when(remove).thenRejected(t, { code: 'repair.file-not-found' });
  given(repairDecider, [drafted, ours, requested]).when(remove).thenRejected(t, { code: 'repair.wrong-state' });
});

t.test('it is assigned, and both sides write to each other', async (t) => {
  const assign = { type: 'AssignRepair', ...office, advocateId, dueOn: '2027-02-05' } as const;
  const assigned: RepairEvent = { type: 'RepairAssigned', data: { ...of, advocateId, dueOn: '2027-02-05' } };
  given(repairDecider, [drafted, requested]).when(assign).then(t, [assigned]);
  given(repairDecider, [drafted, requested, assigned]).when(assign).thenNothing(t);
  given(repairDecider, [...atOffer, refused])
    .when(assign)
    .thenRejected(t, { code: 'repair.wrong-state' });
  const messageId = '0d5e1c20-0000-4000-8000-0000000000e1';
  const told = (from: 'customer' | 'office', authorId: AccountId): RepairEvent => ({
    type: 'RepairMessageWritten',
    data: { ...of, messageId, from, authorId, text: 'Hallo' },
  });
  const write = { type: 'WriteRepairMessage', messageId, text: 'Hallo' } as const;
  given(repairDecider, [drafted])
    .when({ ...write, ...customer })
    .thenRejected(t, { code: 'repair.wrong-state' });
  given(repairDecider, [drafted, requested])
    .when({ ...write, ...customer })
    .then(t, [told('customer', accountId)]);
  given(repairDecider, atOffer)
    .when({ ...write, ...office })
    .then(t, [told('office', advocateId)]);
  given(repairDecider, [...atOffer, told('office', advocateId)])
    .when({ ...write, ...office })
    .thenNothing(t);
  const many = Array.from({ length: 500 }, () => told('office', advocateId));
  given(repairDecider, [...atOffer, ...many])
    .when({ ...write, ...office, messageId: repairOrderId })
    .thenRejected(t, { code: 'repair.too-many-messages' });
});

t.test('a history of an erased person is still read', async (t) => {
  const erased = { ...drafted, data: { ...drafted.data, report: Erased, contact: Erased } } as RepairEvent;
  t.match(given(repairDecider, [erased, requested]).state(), { status: 'requested', contact: { erased: true } });
  given(repairDecider, [erased]).when(send).thenRejected(t, { code: 'repair.not-found' });
});
