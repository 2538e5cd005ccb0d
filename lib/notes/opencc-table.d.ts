/** OpenCC's tables of characters, `繁 简|繁 简…` and the other way round. The package has no types for them. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}

/** A character may have several in traditional script, the usual one first: `发 發 髮|…`. */
declare module 'opencc-js/dict/STCharacters' {
  const table: string;
  export default table;
}
