import t from 'tap';
import { proposalFor } from '../../../domain/repair/category.js';
import { offerTotals, repairVat } from '../../../domain/repair/offer.js';
import { demoRepairPriceList, repairPriceListDecider, repairPriceListOn } from '../../../domain/repair/price-list.js';
import type { RepairPriceListEvent } from '../../../domain/repair/events.js';
import { given } from '../../support/given.js';

t.test('the category follows from maker, serial number and day of delivery', async (t) => {
  const on = { today: '2016-03-01', warrantyYears: 5 };
  const ae = { maker: 'Advanced Energy', serialNumber: 'A0264' };
  const table = [
    [{ ...ae, deliveredOn: '2015-01-01' }, 'ae', 'deliveredFrom2015'],
    [{ ...ae, deliveredOn: '2014-12-31' }, 'aeRefu', 'deliveredUntil2014'],
    [{ ...ae, maker: 'REFUsol / AE', deliveredOn: '2012-05-01' }, 'aeRefu', 'deliveredUntil2014'],
    [{ ...ae, maker: 'Siemens', deliveredOn: '2012-05-01' }, 'siemens', 'siemens'],
    [{ ...ae, maker: null, serialNumber: '802S010-77', deliveredOn: '2012-05-01' }, 'siemens', 'siemens'],
    [{ ...ae, maker: null, serialNumber: '802R010-77', deliveredOn: '2012-05-01' }, 'aeRefu', 'deliveredUntil2014'],
    // The maker is known better than a serial number tells.
    [{ ...ae, serialNumber: '802S010-77', deliveredOn: '2015-05-01' }, 'ae', 'deliveredFrom2015'],
    [{ ...ae, deliveredOn: '2011-03-02' }, 'aeRefu', 'deliveredUntil2014'],
    [{ ...ae, deliveredOn: '2011-03-01' }, 'outOfWarranty', 'warrantyOver'],
    [{ ...ae, maker: 'Siemens', deliveredOn: '2010-01-01' }, 'outOfWarranty', 'warrantyOver'],
    [{ ...ae, deliveredOn: '2016-03-01' }, 'ae', 'deliveredFrom2015'],
    [{ ...ae, deliveredOn: '2016-03-02' }, null, 'dayToCome'],
    [{ ...ae, deliveredOn: null }, null, 'dayMissing'],
  ] as const;
  for (const [device, category, reason] of table)
    t.match(proposalFor(device, on), { category, reason }, JSON.stringify(device));
  t.equal(proposalFor({ ...ae, deliveredOn: '2012-02-29' }, on).warrantyUntil, '2017-02-27');
});

t.test('repairs are taxed where the customer is, or in Germany', async (t) => {
  const day = '2027-02-01';
  const domestic = { treatment: 'domestic', rateBasisPoints: 1900 };
  const business = { kind: 'business', isVatIdValid: true } as const;
  t.strictSame(repairVat({ kind: 'consumer', country: 'DE', isVatIdValid: false }, day), domestic);
  t.strictSame(repairVat({ kind: 'consumer', country: 'AT', isVatIdValid: false }, day), domestic);
  t.match(repairVat({ ...business, country: 'AT' }, day), { treatment: 'reverseCharge', rateBasisPoints: 0 });
  t.strictSame(repairVat({ ...business, country: 'AT', isVatIdValid: false }, day), domestic);
  t.match(repairVat({ ...business, country: 'CH', isVatIdValid: false }, day), { treatment: 'notTaxable' });
  const position = { code: null, description: 'Teil', quantity: 3, netCents: 333 };
  t.strictSame(offerTotals([position], 1900), { netCents: 999, vatCents: 190, grossCents: 1_189 });
});

t.test('price lists are published for days to come, and the latest that is valid holds', async (t) => {
  const items = demoRepairPriceList.items.slice(0, 2);
  const publish = {
    type: 'PublishRepairPriceList',
    at: '2026-12-20T10:00:00Z',
    today: '2026-12-20',
    validFrom: '2027-01-01',
    warrantyYears: 10,
    items,
  } as const;
  const { at, validFrom, warrantyYears } = publish;
  const published: RepairPriceListEvent = {
    type: 'RepairPriceListPublished',
    data: { at, version: '1', validFrom, warrantyYears, items },
  };
  given(repairPriceListDecider, []).when(publish).then(t, [published]);
  given(repairPriceListDecider, [])
    .when({ ...publish, validFrom: '2026-12-19' })
    .thenRejected(t, { code: 'repair-price-list.in-the-past' });
  given(repairPriceListDecider, [])
    .when({ ...publish, items: [...items, ...items.slice(1)] })
    .thenRejected(t, { code: 'repair-price-list.code-twice', index: 2 });
  const lists = given(repairPriceListDecider, [published]).state();
  t.equal(repairPriceListOn(lists, '2026-12-31').version, 'demo');
  t.match(repairPriceListOn(lists, '2027-01-01'), { version: '1', warrantyYears: 10 });
});
