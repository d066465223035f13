declare module 'virtual:towns' {
  /** Columns of the same length, the most populous town first: names by `|`, numbers by blanks. */
  export const columns: {
    readonly names: string;
    /** Hundredths of a degree. */
    readonly latitudes: string;
    readonly longitudes: string;
    /** Tens of metres. */
    readonly altitudes: string;
  };
}
