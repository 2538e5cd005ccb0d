/** Bytes of a pack at most: more than 40,000 documents. Larger catalogues are made for a server, not for a file. */
export const LARGEST_PACK = 32_000_000;

/** Bodies that a known document may be issued by at most: as many are taken in again with its notes. */
export const MOST_ISSUERS = 200;

/** What a pack says of itself. */
export interface PackHeader {
  /** What it is called. */
  name: string;
  /** Who made it, as they call themselves. */
  by: string;
  /** The day it was made. */
  day: string;
  /** From what, such as a folder's name and how many texts it held. */
  from: string;
  /** How many documents it has fingerprints of, and how many it knows by name only. */
  documents: number;
  named: number;
}

/** A pack that the reader loaded. */
export interface StoredPack {
  id: string;
  header: PackHeader;
  /** The day up to which it knows of repeals and amendments. */
  asOf: string;
  /** Size of the file, and version of its format. */
  bytes: number;
  version: number;
  /** Switched on: pages are matched with it. */
  on: boolean;
  /** ISO time stamps: when it was loaded; when it was removed, null for one that was not. */
  added: string;
  removed: string | null;
}
