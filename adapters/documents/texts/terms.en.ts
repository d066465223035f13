import type { LegalText } from '../port.js';

export const termsEn: LegalText = {
  title: 'Terms of use',
  sections: [
    {
      heading: '1. Who, what, for whom',
      paragraphs: [
        'These terms of use apply between {operator} (“operator”, “we”) and every person or company with an account in the SiteLink portal (“user”, “you”).',
        'SiteLink is an online portal for photovoltaic inverters of the brands AE, REFU and Siemens. It receives the data of the devices, shows production, reports faults and takes repair requests.',
        'Other terms of the user apply only where we have agreed to them in text form.',
      ],
    },
    {
      heading: '2. Registration and account',
      paragraphs: [
        'Using the portal needs an account, which is free of charge. When registering you choose a user name and a password and say whether you are a consumer or a business. What you state must be correct and complete, and stay so.',
        'The account can be used only after you have opened the link in our e-mail. The link is valid for 72 hours and only once; it can be requested again.',
        'There is no entitlement to an account.',
      ],
    },
    {
      heading: '3. Access data',
      paragraphs: [
        'Keep your password secret and give it to nobody. We never ask for it, neither by e-mail nor by telephone. The rules for passwords are shown publicly in the portal.',
        'If you suspect that somebody else is using your account, change the password and tell us.',
      ],
    },
    {
      heading: '4. Plants and devices',
      paragraphs: [
        'You may add only plants and inverters that belong to you or for which you have the permission of the owner. The activation code on the device serves as proof.',
        'The nominal power of the plant decides the price of the licence. What you state about devices must therefore be correct; where a device reports other values, those of the device apply.',
      ],
    },
    {
      heading: '5. Trial and licence',
      paragraphs: [
        'The first activation of an inverter starts a free trial of 40 days for the plant. It ends by itself and leads to no costs.',
        'After that, monitoring the plant needs a licence. Prices and terms are shown publicly in the portal. A licence ends with its term; no notice is needed.',
        'Without a valid licence your data stays stored, but the views of the plant are locked. A purchase is also subject to the conditions shown with the order.',
      ],
    },
    {
      heading: '6. What the portal does and does not do',
      paragraphs: [
        'The portal shows the values that your devices send. The power shown is approximate; it does not replace a calibrated meter and is no basis for billing.',
        'Reports of faults support you, but replace neither the maintenance of the plant nor protective and safety equipment. You are responsible for the connection of your devices to the internet.',
      ],
    },
    {
      heading: '7. Availability',
      paragraphs: [
        'We run the portal with the care that is usual for such a service. Maintenance and faults can make it unavailable for a time. Where we can, we do planned maintenance at night and announce it in the portal.',
        'Devices that cannot reach us send their data again later; such values are put in their place afterwards.',
      ],
    },
    {
      heading: '8. Your data',
      paragraphs: [
        'The measured values of your plants belong to you. You grant us the right to store and process them as far as the service needs it. You can export your data at any time.',
        'If you mark a plant as “public”, we show country, postcode, town, power and yields to everybody. You can switch this off at any time with immediate effect. How we treat personal data is described in the privacy policy.',
      ],
    },
    {
      heading: '9. Access for others',
      paragraphs: [
        'You can permit other users to view or manage a plant, and take the permission back at any time. You answer for what they do in that time as far as you have permitted it.',
      ],
    },
    {
      heading: '10. What is not permitted',
      paragraphs: [
        'Not permitted are: getting round locks and licences, sending invented measurements, attacks on the portal or on other users, automated queries outside the documented interfaces and their limits, and any unlawful use.',
        'In case of a breach we can lock an account. We tell you beforehand unless there is imminent danger, and unlock it as soon as the reason is gone.',
      ],
    },
    {
      heading: '11. Liability',
      paragraphs: [
        'We are liable without limit for intent and gross negligence, for injury to life, body and health, under the German Product Liability Act, and within the scope of a guarantee that we have given.',
        'For slight negligence we are liable only for a breach of duties on whose observance you may rely and which make the contract possible in the first place, and only up to the foreseeable damage that is typical for such a contract. Any further liability is excluded.',
      ],
    },
    {
      heading: '12. End of use',
      paragraphs: [
        'You can end your account at any time and without notice. We can end an account without a running licence with six weeks’ notice. The right of both sides to end the contract for good cause remains.',
        'After the end we erase your personal data as far as the law does not require us to keep it, for example for invoices.',
      ],
    },
    {
      heading: '13. Changes',
      paragraphs: [
        'We show you new versions of these terms when you next sign in. They apply only once you have agreed. Without your agreement you cannot go on using the portal; we then refund paid licences pro rata. Earlier versions remain available.',
      ],
    },
    {
      heading: '14. Final provisions',
      paragraphs: [
        'German law applies, excluding the UN Convention on Contracts for the International Sale of Goods. Mandatory provisions of the state in which you live as a consumer remain unaffected. For merchants the place of jurisdiction is the seat of the operator.',
        'We do not take part in dispute resolution before a consumer arbitration board. If a provision is invalid, the others remain valid. The German version decides in case of doubt.',
      ],
    },
  ],
};
