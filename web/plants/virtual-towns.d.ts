declare module 'virtual:towns' {
  /** Columns of the same length, the most populous town first: names by `|`, countries by nothing, numbers by blanks. */
  export const columns: {
    readonly names: string;
    /** Where German has a name of its own: index and name, by `|`. */
    readonly germanNames: string;
    /** ISO 3166-1 alpha-2, two letters each. */
    readonly countries: string;
    /** Hundredths of a degree. */
    readonly latitudes: string;
    readonly longitudes: string;
    /** Tens of metres. */
    readonly altitudes: string;
  };
}
