/** The reader's settings. Versioned: `migrate.ts` brings older ones here. */
export interface Settings {
  version: 1;
  /** Hosts on which the reader switched marks off. */
  quietSites: string[];
  /** What is marked on a page. */
  marks: { terms: boolean; deadlines: boolean; citations: boolean; differences: boolean };
  /** How often a term of the glossary is marked: once in each section, every time, or not at all. */
  glossary: 'section' | 'every' | 'off';
  /** The colour of the next highlight. */
  colour: 'vermilion' | 'amber' | 'jade' | 'indigo';
  /** Whether a list of all documents read is kept on this computer. Off unless the reader turns it on. */
  readingLog: boolean;
}

export const DEFAULTS: Settings = {
  version: 1,
  quietSites: [],
  marks: { terms: true, deadlines: true, citations: true, differences: true },
  glossary: 'section',
  colour: 'vermilion',
  readingLog: false,
};
