/** OpenCC's table of characters, traditional and simplified: `繁 简|繁 简…`. The package has no types for it. */
declare module 'opencc-js/dict/TSCharacters' {
  const table: string;
  export default table;
}
