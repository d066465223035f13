import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { PlantId } from '../../domain/kernel/ids.js';
import { addDays, legalDay } from '../../domain/licence/calendar.js';
import { noViolations } from '../support/accessibility.js';
import { eventually } from '../support/eventually.js';
import { testBrowser } from '../support/browser.js';
import { newOwner, password, plantBody, sharePlant, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { licenceUntil, newBuyer } from '../support/shop.js';

const said = {
  'de-DE': {
    ...{ userName: 'Benutzername oder E-Mail-Adresse', password: 'Passwort', signIn: 'Anmelden', next: 'Weiter' },
    ...{ buy: 'Lizenz kaufen', renew: 'Lizenz erneuern', order: 'Jetzt kostenpflichtig bestellen' },
    ...{
      must: 'Bitte akzeptieren Sie die Nutzungsbedingungen.',
      pay: /^Bezahlen/,
      active: 'Lizenz freigeschaltet',
      queued: /^Vielen Dank\. Ihre Lizenz gilt vom .* lückenlos an die laufende Lizenz an/,
      exceeded: 'Leistung überschritten',
    },
    ...{ credit: 'Restwert der bisherigen Lizenz', how: 'Wie wird das berechnet?', invoice: /Rechnung \d{4}-/ },
    ...{ withdraw: 'Vertrag widerrufen', confirm: 'Widerruf bestätigen', received: /Eingegangen am/ },
    ...{ name: 'Ihr Name', contract: 'Vertrag', email: 'E-Mail-Adresse für die Bestätigung', prices: 'Preise' },
    ...{ terms: /Nutzungsbedingungen/, general: /Allgemeinen/, early: /verlange ausdrücklich/, licence: 'Lizenz' },
    ...{
      whatIf: 'Was würde eine Erweiterung kosten?',
      more: 'Zusätzliche Wechselrichter',
      type: 'Typ',
      toPay: 'Zu zahlen',
    },
    ...{ ended: /^Lizenz durch die Erweiterung beendet/, sandbox: /^Zahlungen laufen in der Testumgebung/ },
  },
  'en-GB': {
    ...{ userName: 'User name or e-mail address', password: 'Password', signIn: 'Sign in', next: 'Next' },
    ...{ buy: 'Buy a licence', renew: 'Renew the licence', order: 'Order with obligation to pay' },
    ...{ must: 'Please accept the terms of use.', pay: /^Pay/, active: 'licence active', exceeded: 'Power exceeded' },
    queued: /^Thank you\. Your licence runs from .* follows the running licence without a gap/,
    ...{ credit: 'Remaining value of the former licence', how: 'How is this computed?', invoice: /Invoice \d{4}-/ },
    ...{ withdraw: 'Withdraw from contract', confirm: 'Confirm withdrawal', received: /Received on/ },
    ...{ name: 'Your name', contract: 'Contract', email: 'E-mail address for the confirmation', prices: 'Prices' },
    ...{ terms: /terms of use/, general: /general terms/, early: /expressly ask/, licence: 'Licence' },
    ...{ whatIf: 'What would an extension cost?', more: 'More inverters', type: 'Type', toPay: 'To pay' },
    ...{ ended: /^Licence ended by the extension/, sandbox: /^Payments run in the sandbox/ },
  },
} as const;

const portal = await testPortal(t);
const browser = await testBrowser(t);

async function newPlant(owner: Owner): Promise<string> {
  const { body } = await owner.call('POST', '/plants', plantBody);
  await addInverter(owner, body.id);
  return body.id;
}

async function addInverter(owner: Owner, plantId: string, typeId?: string): Promise<void> {
  const serialNumber = `S${Math.random().toString(36).slice(2, 12).toUpperCase()}`;
  await owner.call('POST', `/plants/${plantId}/inverters`, { serialNumber, name: serialNumber, typeId });
}

/** The plant gets more power than its licence allows, of known types. */
async function extend(owner: Owner, plantId: string): Promise<void> {
  const types = (await owner.call('GET', '/inverter-types')).body.items as { id: string; nominalPowerW: number }[];
  const typeId = types.find(({ nominalPowerW }) => nominalPowerW > 10_000 && nominalPowerW < 50_000)?.id ?? '';
  const [first] = (await owner.call('GET', `/plants/${plantId}/inverters`)).body.items;
  await owner.call('PATCH', `/plants/${plantId}/inverters/${first.id}`, { typeId });
  for (let n = 0; n < 3; n++) await addInverter(owner, plantId, typeId);
  await eventually(async () => {
    const { summary } = (await owner.call('GET', `/plants/${plantId}/licence`)).body;
    return summary.state === 'exceeded' ? summary : null;
  });
}

for (const [locale, colorScheme, viewport] of [
  ['de-DE', 'light', { width: 1280, height: 900 }],
  ['en-GB', 'dark', { width: 390, height: 844 }],
] as const) {
  t.test(`buying, extending with credit and renewing, in ${locale}`, async (t) => {
    const words = said[locale];
    const owner = await newOwner(portal.url);
    const plantId = await newPlant(owner);
    const context = await browser.newContext({ locale, colorScheme, viewport });
    t.teardown(() => context.close());
    const page = await context.newPage();
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const looked = async (where: string) => {
      await noViolations(t, page, `${where}, ${locale}`);
      t.notOk(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), `${where} stays in its width`);
    };
    await page.goto(`${portal.url}/sign-in?to=/plants/${plantId}/licence`);
    await page.getByLabel(words.userName).fill(owner.userName);
    await page.getByLabel(words.password, { exact: true }).fill(password);
    await button(words.signIn).click();

    async function buy(total: string, state: string | RegExp = words.active) {
      await page.getByText(total).first().waitFor();
      await looked('the term');
      await button(words.next).click();
      await looked('the data');
      await button(words.next).click();
      await button(words.order).click();
      await page.getByText(words.must).first().waitFor();
      await looked('a summary that is not confirmed');
      for (const name of [words.terms, words.general, words.early]) await page.getByRole('checkbox', { name }).check();
      await button(words.order).click();
      await page.waitForURL(/\/dev\/payments\//);
      await button(words.pay).first().click();
      await page.waitForURL(/\/orders\//);
      await page.getByText(state).waitFor();
      await looked('a paid order');
    }
    const euro = (amount: string) => (locale === 'de-DE' ? `${amount.replace('.', ',')} €` : `€${amount}`);

    await page.getByRole('link', { name: words.buy }).click();
    await buy(euro('94.01'));
    await extend(owner, plantId);
    await page.goto(`${portal.url}/plants/${plantId}/licence`);
    await page.getByText(words.exceeded).first().waitFor();
    await page.getByText(words.how).click();
    await page.getByText('7900 × 365 ÷ 365 = 7900.00').first().waitFor();
    await page.getByText(words.ended).waitFor();
    await page.getByText(words.sandbox).waitFor();
    await page.getByText(words.whatIf).click();
    await page.getByLabel(words.more).selectOption('2');
    await page.getByLabel(words.type, { exact: true }).selectOption({ index: 8 });
    await page.getByText(words.toPay).waitFor();
    await looked('the licence of an extended plant');
    await page.getByRole('link', { name: words.buy }).click();
    await page.getByText(words.credit).waitFor();
    await buy(euro('83.30'));
    await page.goto(`${portal.url}/plants/${plantId}/licence`);
    await page.getByRole('link', { name: words.renew }).click();
    await buy(euro('177.31'), words.queued);
    await eventually(async () => {
      await page.reload();
      await page.getByText(words.queued).waitFor();
      return (await page.getByText(words.invoice).count()) > 0 ? true : null;
    });

    await page.goto(`${portal.url}/prices`);
    await page.getByRole('heading', { name: words.prices }).waitFor();
    await looked('the prices');
    await page.getByRole('link', { name: words.withdraw }).click();
    await page.getByLabel(words.name).fill('Eva Wirt');
    await page.getByLabel(words.contract, { exact: true }).fill('Rechnung 2026-000001');
    await page.getByLabel(words.email).fill('eva@example.org');
    await looked('the withdrawal');
    await button(words.confirm).click();
    await page.getByText(words.received).waitFor();
  });
}

t.test('an order that somebody else has open is told of, not linked', async (t) => {
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  const partner = await newBuyer(portal.url);
  await sharePlant(owner, plantId, partner, 'manager');
  const email = `${partner.userName}@example.org`;
  const role = { userName: partner.userName, email, language: 'de', grant: ['partner'], revoke: [] } as const;
  await createOperator(portal.system, role, { actor: { kind: 'system', id: 'test' }, correlationId: 'test' });
  const { body: order } = await partner.call('POST', '/orders', await partner.orderFor([plantId]));
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  t.teardown(() => context.close());
  const page = await context.newPage();
  const words = said['de-DE'];
  await page.goto(`${portal.url}/sign-in?to=/plants/${plantId}/licence`);
  await page.getByLabel(words.userName).fill(owner.userName);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn }).click();
  await page.getByText(/Bezahlen oder abbrechen kann nur, wer bestellt hat\..* spätestens .* von selbst/).waitFor();
  await page.getByText(/durch jemand anderen, der bestellen darf/).waitFor();
  t.equal(await page.locator(`a[href*="${order.id}"]`).count(), 0);
  t.equal(await page.getByRole('link', { name: words.buy }).count(), 0);
  await noViolations(t, page, 'the licence of a plant that a partner has ordered for');
});

t.test('from 40 days before its end a licence is offered for renewal, on the plant and on its own page', async (t) => {
  const owner = await newOwner(portal.url);
  const plantId = PlantId.parse(await newPlant(owner));
  const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 390, height: 844 } });
  t.teardown(() => context.close());
  const page = await context.newPage();
  const words = said['de-DE'];
  const renewal = page.getByRole('link', { name: words.renew });
  await licenceUntil(portal.system, plantId, addDays(legalDay(new Date().toISOString()), 40));
  await page.goto(`${portal.url}/sign-in?to=/plants/${plantId}`);
  await page.getByLabel(words.userName).fill(owner.userName);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole('button', { name: words.signIn }).click();
  await renewal.waitFor();
  await noViolations(t, page, 'a plant whose licence ends soon');
  await page.getByRole('link', { name: words.licence, exact: true }).click();
  await page.getByText(/^Die Lizenz endet mit dem .* von selbst/).waitFor();
  await noViolations(t, page, 'a licence that ends soon');
  await renewal.click();
  await page.getByText(/schließt an die laufende Lizenz an/).waitFor();
});
