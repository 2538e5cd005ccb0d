/** The reader's settings. Versioned: `migrate.ts` brings older ones here. */
export interface Settings {
  version: 1;
  /** Hosts on which the reader switched marks off. */
  quietSites: string[];
  /** What is marked on a page. */
  marks: { terms: boolean; deadlines: boolean; citations: boolean; differences: boolean };
  /** The colour of the next highlight. */
  colour: 'vermilion' | 'amber' | 'jade' | 'indigo';
}

export const DEFAULTS: Settings = {
  version: 1,
  quietSites: [],
  marks: { terms: true, deadlines: true, citations: true, differences: true },
  colour: 'vermilion',
};
