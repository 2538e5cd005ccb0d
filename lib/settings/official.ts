/** Whether an address is on one of the sites that Zhupi looks at by itself: `gov.cn` and all below it. */
export function isOfficial(address: string | null): boolean {
  if (address === null || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return hostname === 'gov.cn' || hostname.endsWith('.gov.cn');
}
