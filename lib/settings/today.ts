const SHANGHAI_AHEAD = 8 * 60 * 60 * 1000;

/**
 * The day in Asia/Shanghai, wherever the reader is: deadlines are counted there. UTC+8 all year, since
 * China has had no daylight saving since 1991.
 *
 * @param now the moment asked about
 * @returns `YYYY-MM-DD`
 */
export function today(now: Date = new Date()): string {
  return new Date(now.getTime() + SHANGHAI_AHEAD).toISOString().slice(0, 10);
}
