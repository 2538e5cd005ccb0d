import type { Folded } from './fold.ts';
import type { DocumentPart, Input, Metadata, OutlineItem } from './types.ts';

const NOTHING: Metadata = {
  title: null,
  noticeTitle: null,
  docNumber: null,
  issuers: [],
  kind: null,
  issued: null,
  published: null,
  effective: null,
  expires: null,
};

export function splitDocuments(
  input: Input,
  _folded: Folded,
  _outline: OutlineItem[],
): { documents: DocumentPart[]; main: number } {
  return { documents: [{ start: 0, end: input.text.length, metadata: { ...NOTHING } }], main: 0 };
}
