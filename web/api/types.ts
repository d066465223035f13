/** Shapes of the API, as its OpenAPI document describes them. Instants RFC 3339, days `YYYY-MM-DD`, W, Wh, degrees. */
export type Language = 'de' | 'en';

export type Address = {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
};

export type Person = { readonly firstName: string; readonly lastName: string };
export type Company = { readonly name: string; readonly legalForm: string; readonly vatId?: string };

export type RegisterBody = {
  readonly userName: string;
  readonly email: string;
  readonly password: string;
  readonly kind: 'consumer' | 'business';
  readonly person: Person;
  readonly company?: Company;
  readonly address: Address;
  readonly language: Language;
  /** The versions that were shown. */
  readonly accepted: { readonly terms: string; readonly privacy: string };
};

export type Me = {
  readonly id: string;
  readonly userName: string;
  readonly email: string;
  readonly kind: 'consumer' | 'business';
  readonly person: Person;
  readonly company?: Company;
  readonly address: Address;
  readonly language: Language;
  readonly registeredAt: string;
  readonly acceptedDocuments: readonly {
    readonly kind: string;
    readonly version: string;
    readonly acceptedAt: string;
  }[];
  readonly sessionId: string;
};

export type LegalDocument = {
  readonly kind: 'terms' | 'privacy';
  readonly version: string;
  readonly language: Language;
  readonly title: string;
  readonly publishedOn: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
};

export type PasswordPolicy = {
  readonly minLength: number;
  readonly specialCharacters: string;
  readonly maxAgeDays: number;
  readonly minAgeDays: number;
  readonly historyLength: number;
  readonly maxFailedAttempts: number;
  readonly failureWindowMinutes: number;
  readonly lockMinutes: number;
  readonly rules: readonly { readonly code: string; readonly text: string }[];
};

/** What every page needs to know of the portal it belongs to. */
export type PortalInfo = {
  readonly development: boolean;
  readonly operatorName: string;
  /** Page of the mailbox that catches all mails in development. */
  readonly mailbox: string | null;
  readonly version: string;
  /** Tile server of the operator; without one the map shows the outlines that the portal serves itself. */
  readonly mapTiles?: { readonly url: string; readonly attribution: string };
};

export type Location = {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly altitudeM: number;
  readonly timeZone: string;
};

export type FeedInTariff = { readonly from: string; readonly centsPerKwh: number };

export type PlantBody = {
  readonly name: string;
  readonly description: string;
  readonly moduleName: string;
  readonly kind: 'pv' | 'pvThermal';
  readonly address: Address;
  readonly location: Location;
  /** Negative for every real module, e.g. -0.4. */
  readonly powerTemperatureCoefficientPercentPerK: number;
  /** Compass degrees, 180 = south. */
  readonly azimuthDeg: number;
  /** 0 = flat, 90 = upright. */
  readonly tiltDeg: number;
  readonly moduleAreaM2: number;
  readonly generatorPowerW: number;
  readonly feedInTariffs: readonly FeedInTariff[];
  readonly public: boolean;
};

export type SubplantBody = {
  readonly name: string;
  readonly azimuthDeg?: number;
  readonly tiltDeg?: number;
  readonly moduleAreaM2?: number;
  readonly generatorPowerW?: number;
};

export type Subplant = {
  readonly id: string;
  readonly name: string;
  readonly azimuthDeg: number | null;
  readonly tiltDeg: number | null;
  readonly moduleAreaM2: number | null;
  readonly generatorPowerW: number | null;
};

export type LicenceSummary = {
  readonly state: 'none' | 'trial' | 'expired';
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly daysLeft: number | null;
};

export type Plant = PlantBody & {
  readonly id: string;
  /** Sum over the inverters; a type that is not known counts 20 000 W. */
  readonly nominalPowerW: number;
  readonly nominalPowerAssumed: boolean;
  readonly inverterCount: number;
  readonly subplants: readonly Subplant[];
  readonly licence: LicenceSummary;
  readonly addedAt: string;
  readonly revision: string;
};

export type PlantState = 'ok' | 'note' | 'fault' | 'noData' | 'noInverters';

export type PlantListItem = {
  readonly id: string;
  readonly name: string;
  readonly town: string;
  readonly country: string;
  readonly state: PlantState;
  readonly nominalPowerW: number;
  readonly generatorPowerW: number;
  readonly inverterCount: number;
  readonly acPowerW: number | null;
  readonly todayEnergyWh: number | null;
  readonly lastValueAt: string | null;
  readonly licence: LicenceSummary;
};

export type InverterType = {
  readonly id: string;
  readonly maker: string;
  readonly model: string;
  readonly nominalPowerW: number;
  readonly aliases: readonly string[];
  readonly minimumFirmware: string | null;
  readonly source: string;
};

export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };
