type DeviceErrorText = {
  /** Six upper-case hex digits. */
  readonly code: string;
  readonly text: { readonly de: string; readonly en: string };
  /** False when the meaning is not public and the text only names the code. */
  readonly known: boolean;
};

/**
 * The codes whose meaning is public: the data service documentation's sample and the inverter's own error memory
 * (wire.md 3.4). The vendor's full lists are printed in its manuals only. 0A010C came from real devices that then took a
 * break; its neighbour 0A010A suggests grid or power section, and no more than that is said.
 */
export const deviceErrors: readonly DeviceErrorText[] = [
  { code: '0A0004', text: { de: 'Reglerspannung 4', en: 'Regulator voltage 4' }, known: true },
  { code: '0A0016', text: { de: 'Unterfrequenz', en: 'Under-frequency' }, known: true },
  {
    code: '0A010A',
    text: { de: 'Netzunterspannung (Leistungsteil)', en: 'Grid under-voltage (power section)' },
    known: true,
  },
  {
    code: '0A010C',
    text: {
      de: 'Fehler 0A010C, vermutlich am Netz oder Leistungsteil; siehe Handbuch des Geräts',
      en: 'Error 0A010C, presumably of the grid or power section; see the manual of the device',
    },
    known: false,
  },
  { code: '100002', text: { de: 'Ethernet-Verbindung 2', en: 'Ethernet connection 2' }, known: true },
];

const errorsByCode = new Map(deviceErrors.map((error) => [error.code, error]));

/** Text of an error code in any case; `Error 0A0123` and where to look it up when its meaning is not known. */
export function deviceError(code: string): DeviceErrorText {
  const canonical = code.toUpperCase().padStart(6, '0');
  return (
    errorsByCode.get(canonical) ?? {
      code: canonical,
      text: {
        de: `Fehler ${canonical}; siehe Handbuch des Geräts`,
        en: `Error ${canonical}; see the manual of the device`,
      },
      known: false,
    }
  );
}
