import type { LegalText } from '../port.js';

export const privacyEn: LegalText = {
  title: 'Privacy policy',
  sections: [
    {
      heading: '1. Controller',
      paragraphs: [
        'The controller for the processing of personal data in the SiteLink portal is {operator}. The address and the ways to reach us are given in the imprint.',
      ],
    },
    {
      heading: '2. In short',
      paragraphs: [
        'We process only what the portal needs. There is no advertising, no analysis by third parties and no sale of data. Personal details in our event history are encrypted per person; once the key is destroyed, nobody can read them any more.',
      ],
    },
    {
      heading: '3. Account',
      paragraphs: [
        'When you register we process user name, e-mail address, name, postal address, country, language and, for businesses, company, legal form and VAT identification number; also which version of the terms of use and of this policy you accepted, and when.',
        'The legal basis is the contract of use (Art. 6(1)(b) GDPR). Without these details we cannot keep an account.',
      ],
    },
    {
      heading: '4. Password and sign-in',
      paragraphs: [
        'We store your password only as a check value (Argon2id) from which it cannot be computed back. For every sign-in we store its beginning, last use, end and the identification of the browser, so that you can see and end your sessions (Art. 6(1)(b) and (f) GDPR).',
        'We erase ended and expired sessions after 90 days at the latest.',
      ],
    },
    {
      heading: '5. Plants and measured values',
      paragraphs: [
        'We process the location and properties of your plants, serial numbers of the devices, and the values and messages that these send. Production data can allow conclusions about a household; we therefore treat it as personal (Art. 6(1)(b) GDPR).',
        'Data of devices that nobody has added yet is kept for 90 days at most.',
      ],
    },
    {
      heading: '6. Public plants',
      paragraphs: [
        'Only if you mark a plant as public do we show country, postcode, town, power and yields to everybody, and the position no more exactly than the postcode. You can withdraw this consent (Art. 6(1)(a) GDPR) at any time with one click.',
      ],
    },
    {
      heading: '7. E-mails',
      paragraphs: [
        'We write to you when the account needs it (confirmation, security, contracts) or when you have set it up (alerts, reports). We send no advertising. Our e-mails contain no tracking pixels.',
      ],
    },
    {
      heading: '8. Licences, invoices, repairs',
      paragraphs: [
        'For a purchase or a repair request we process the details of that transaction. Payment takes place on the page of the payment provider; card and bank details do not reach us.',
        'We keep invoices and vouchers for as long as commercial and tax law require (Art. 6(1)(c) GDPR), at present eight years.',
      ],
    },
    {
      heading: '9. Cookies and logs',
      paragraphs: [
        'The portal sets only cookies without which signing in is not possible: “sitelink_access” and “sitelink_refresh”. They contain no details about you, cannot be read by scripts and are deleted when you sign out. Settings such as language and colour scheme stay in your browser.',
        'Technical logs contain time, address of the page, result and a transaction number, but no passwords, names or e-mail addresses. IP addresses are used only briefly in memory to slow down attacks.',
      ],
    },
    {
      heading: '10. Recipients',
      paragraphs: [
        'Data goes only to those who need it for the service: our data centre, the sender of our e-mails, for a purchase the payment provider, for businesses the authorities that check the VAT identification number. Contracts under Art. 28 GDPR exist with processors.',
        'Persons whom you permit access to a plant see the data of that plant. Data is not transferred to countries outside the EU unless you live there or bring it about yourself.',
      ],
    },
    {
      heading: '11. Duration',
      paragraphs: [
        'We store your data for as long as your account exists. An account whose e-mail address was never confirmed can be erased after 30 days. After the end of the account we destroy the key to your personal details; backups expire after a short time.',
      ],
    },
    {
      heading: '12. Your rights',
      paragraphs: [
        'You have the right of access, rectification, erasure, restriction, portability and objection (Art. 15 to 21 GDPR). You can withdraw a consent at any time for the future. A message to us is enough.',
        'You can complain to a data protection authority, for example where you live.',
      ],
    },
    {
      heading: '13. No automated decisions',
      paragraphs: [
        'We take no decisions within the meaning of Art. 22 GDPR and build no profiles. Alerts and computations concern plants, not persons.',
      ],
    },
    {
      heading: '14. Changes',
      paragraphs: [
        'If this policy changes, we show you the new version when you next sign in and ask you to take note of it. Earlier versions remain available.',
      ],
    },
  ],
};
