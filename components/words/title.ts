/** A title as it is cited; titles within it take the single brackets (GB/T 15834-2011, 4.15). */
export function quoted(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`;
}
