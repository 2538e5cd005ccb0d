/**
 * Everything that one part of Zhupi may ask of another, in three lists. A request is `{list, name, body}`; its
 * body is checked against the schema in the list, its answer has the type of that name beside it.
 *
 * | list | who asks | who answers |
 * | --- | --- | --- |
 * | `lists/from-page.ts` | a page's gate and reader | the background: only of their own tab's documents |
 * | `lists/from-ours.ts` | our own pages: popup, panel, library, note editor | the background |
 * | `lists/to-reader.ts` | the background and our own pages | the reader in a tab |
 *
 * What a list speaks of stands in its file. All of it is imported from here.
 */
export * from './lists/from-ours.ts';
export * from './lists/from-page.ts';
export * from './lists/to-reader.ts';
