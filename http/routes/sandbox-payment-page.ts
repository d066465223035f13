import type { SandboxChoice, SandboxMethod, SandboxPayment } from '../../adapters/payment/sandbox/port.js';
import { devPage, escaped } from './dev-page.js';
import { localeOf } from '../../adapters/locale.js';

const texts = {
  de: {
    title: 'Zahlung',
    sandbox: 'Sandbox',
    hint: 'Hier fließt kein Geld: Diese Seite spielt den Zahlungsanbieter, solange keiner eingerichtet ist.',
    amount: 'Zu zahlen',
    means: 'Zahlungsart',
    methods: { onlineTransfer: 'Online-Überweisung', creditCard: 'Kreditkarte', debitCard: 'Debitkarte' },
    outcomes: 'Wie soll die Zahlung ausgehen?',
    choices: {
      pay: ['Bezahlen', 'Der ganze Betrag kommt an.'],
      payTooLittle: ['Zu wenig bezahlen', 'Nur die Hälfte kommt an.'],
      wait: ['Noch nicht bestätigen', 'Die Zahlung bleibt in der Schwebe; diese Seite kann sie später bestätigen.'],
      fail: ['Ablehnen lassen', 'Die Bank lehnt die Zahlung ab.'],
      cancel: ['Abbrechen', 'Sie kehren um, ohne zu bezahlen.'],
      chargeBack: ['Zurückbuchen', 'Ihre Bank holt das Geld zurück.'],
    },
    back: 'Zurück zum Portal',
    states: {
      paid: 'Diese Zahlung ist erledigt.',
      chargeback: 'Die Bank hat diese Zahlung zurückgebucht.',
      partial: 'Ein Teil des Betrags ist angekommen. Mehr nimmt diese Seite nicht an.',
      expired: 'Die Frist für diese Zahlung ist abgelaufen. Es wurde nichts abgebucht.',
      pending: 'Die Zahlung ist noch nicht bestätigt. Sie können jetzt entscheiden, wie sie ausgeht.',
      failed: 'Der letzte Versuch wurde abgelehnt. Sie können es noch einmal versuchen.',
      canceled: 'Der letzte Versuch wurde abgebrochen. Sie können es noch einmal versuchen.',
    },
  },
  en: {
    title: 'Payment',
    sandbox: 'Sandbox',
    hint: 'No money moves here: this page plays the payment provider for as long as none is configured.',
    amount: 'To pay',
    means: 'Means of payment',
    methods: { onlineTransfer: 'Online transfer', creditCard: 'Credit card', debitCard: 'Debit card' },
    outcomes: 'How should the payment end?',
    choices: {
      pay: ['Pay', 'The whole sum arrives.'],
      payTooLittle: ['Pay too little', 'Only half of it arrives.'],
      wait: ['Do not confirm yet', 'The payment stays pending; this page can confirm it later.'],
      fail: ['Have it refused', 'The bank refuses the payment.'],
      cancel: ['Cancel', 'You turn back without paying.'],
      chargeBack: ['Charge back', 'Your bank takes the money back.'],
    },
    back: 'Back to the portal',
    states: {
      paid: 'This payment is done.',
      chargeback: 'The bank has taken this payment back.',
      partial: 'A part of the sum has arrived. This page takes no more.',
      expired: 'The time for this payment is over. Nothing was taken.',
      pending: 'The payment is not confirmed yet. You may decide now how it ends.',
      failed: 'The last attempt was refused. You may try again.',
      canceled: 'The last attempt was cancelled. You may try again.',
    },
  },
} as const;

/** Online transfer under the name that the country of the customer knows. */
const transferNames: Readonly<Record<string, string>> = { AT: 'eps', PL: 'Przelewy24', DE: 'Wero' };

const style = `
:root{color-scheme:light dark;--paper:#f7f6f2;--card:#fffefb;--line:#e4e1d8;--line-control:#8d8f86;--ink:#1c1e1b;--ink-2:#565a52;--sun:#e39a0b;--ok:#1d7a57;--ok-soft:#dff0e6;--warn:#8a5100;--warn-soft:#fdeccc;--fault:#b3372f;--fault-soft:#f9dfdb;--mute:#565a52;--mute-soft:#ebe9e2;--focus:#1f6f9f}
@media (prefers-color-scheme:dark){:root{--paper:#111412;--card:#181c19;--line:#2b302c;--line-control:#737a71;--ink:#eceee9;--ink-2:#b4b9b0;--sun:#f2b233;--ok:#58c493;--ok-soft:#14301f;--warn:#f0b557;--warn-soft:#3a2a0d;--fault:#f08a80;--fault-soft:#3f1b18;--mute:#b4b9b0;--mute-soft:#262b27;--focus:#6bb6de}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.55 Inter,system-ui,sans-serif}
main{max-width:520px;margin:0 auto;padding:36px 16px 64px}
.note{display:flex;gap:10px;margin:0 0 20px;padding:12px 16px;border-radius:14px;font-size:13.5px}
.note b{white-space:nowrap}
.warn{background:var(--warn-soft)}.warn b{color:var(--warn)}
.ok{background:var(--ok-soft)}.ok b{color:var(--ok)}
.fault{background:var(--fault-soft)}.fault b{color:var(--fault)}
.mute{background:var(--mute-soft)}.mute b{color:var(--mute)}
h1{font-size:25px;letter-spacing:-.02em;margin:28px 0 16px}
h1::before{content:'●';color:var(--sun);font-size:16px;margin-right:10px;vertical-align:3px}
.card{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:20px;margin-bottom:20px}
.amount{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:4px 16px;margin:0}
.amount strong{font-size:33px;line-height:1.2;letter-spacing:-.03em;font-variant-numeric:tabular-nums}
.what{margin:4px 0 0;color:var(--ink-2);font-size:13.5px;overflow-wrap:anywhere}
fieldset{border:0;padding:0;margin:0}
fieldset+fieldset{margin-top:24px;padding-top:20px;border-top:1px solid var(--line)}
legend{padding:0;margin-bottom:8px;font-weight:700}
fieldset+fieldset legend{float:left;width:100%}
fieldset+fieldset legend+*{clear:both}
label{display:flex;gap:10px;align-items:center;min-height:44px;cursor:pointer}
label span{color:var(--ink-2);font-size:13.5px}
input{width:18px;height:18px;margin:0;accent-color:var(--ink)}
button{display:grid;width:100%;gap:1px;margin-top:10px;padding:11px 16px;border:1px solid var(--line-control);border-radius:9px;background:transparent;color:var(--ink);font:inherit;text-align:left;cursor:pointer}
button span{font-size:13.5px;color:var(--ink-2)}
button:hover{border-color:var(--ink)}
button.main{background:var(--ink);border-color:var(--ink);color:var(--paper)}
button.main span{color:inherit;opacity:.85}
a{color:inherit}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}`;

/** The page on which a customer of the sandbox pays, without scripts; in the language of the order. */
export function sandboxPaymentPage(payment: SandboxPayment): string {
  const { language, description, state, returnUrl } = payment;
  const text = texts[language];
  const isOver = state === 'paid' || state === 'partial' || state === 'expired' || state === 'chargeback';
  return devPage(
    { language, title: `${text.title} (${text.sandbox})`, style },
    `<p class="note warn"><b>${text.sandbox}</b> <span>${text.hint}</span></p>
<h1>${text.title}</h1>
<div class="card">
<p class="amount"><span>${text.amount}</span> <strong>${amountText(payment)}</strong></p>
<p class="what">${escaped(description)}</p>
</div>
${stateNote(payment)}
${isOver ? `<p><a href="${escaped(returnUrl)}">${text.back}</a></p>` : form(payment)}
${state === 'paid' ? `<form method="post" class="card">${button(payment, 'chargeBack')}</form>` : ''}`,
  );
}

/** Icon and colour of a state; the words say the same. */
const looks = {
  paid: ['ok', '✓'],
  chargeback: ['fault', '✕'],
  partial: ['warn', '!'],
  pending: ['warn', '…'],
  failed: ['fault', '✕'],
  canceled: ['mute', '✕'],
  expired: ['mute', '–'],
} as const;

function stateNote({ state, language }: SandboxPayment): string {
  if (!(state in looks)) return '';
  const known = state as keyof typeof looks;
  const [look, icon] = looks[known];
  return `<p class="note ${look}" role="status"><b aria-hidden="true">${icon}</b> <span>${texts[language].states[known]}</span></p>`;
}

const choices = ['pay', 'payTooLittle', 'wait', 'fail', 'cancel'] as const;

function button({ language }: Pick<SandboxPayment, 'language'>, choice: SandboxChoice): string {
  const [title, outcome] = texts[language].choices[choice];
  const main = choice === 'pay' ? ' class="main"' : '';
  return `<button name="choice" value="${choice}"${main}><strong>${title}</strong> <span>${outcome}</span></button>`;
}

function form({ language, country }: SandboxPayment): string {
  const text = texts[language];
  const method = (name: SandboxMethod, isFirst: boolean) => {
    const known = name === 'onlineTransfer' ? transferNames[country] : undefined;
    return `<label><input type="radio" name="method" value="${name}"${isFirst ? ' checked' : ''}> ${text.methods[name]}${known === undefined ? '' : ` <span>${known}</span>`}</label>`;
  };
  return `<form method="post" class="card">
<fieldset><legend>${text.means}</legend>
${method('onlineTransfer', true)}
${method('creditCard', false)}
${method('debitCard', false)}
</fieldset>
<fieldset><legend>${text.outcomes}</legend>
${choices.map((choice) => button({ language }, choice)).join('\n')}
</fieldset>
</form>`;
}

function amountText({ amountCents, language }: SandboxPayment): string {
  const locale = localeOf(language);
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(amountCents / 100);
}
