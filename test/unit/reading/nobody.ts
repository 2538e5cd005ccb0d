import type { Metadata } from '../../../lib/reading/types.ts';

/** What is known of a document that says nothing of itself. */
export const NOBODY: Metadata = {
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
