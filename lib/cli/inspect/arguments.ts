export const USAGE =
  'usage: npm run -s inspect -- [--today YYYY-MM-DD] [--text] FILE…   (.txt, .html, .htm, or folders of them)';

/** What was asked for, or what is wrong with the question. */
export type Wanted = { paths: string[]; today: string; text: boolean } | { usage: string };

/**
 * Reads the command line.
 *
 * @param args the words after the command's name
 * @param today the day to take where none is given, YYYY-MM-DD
 */
export function parseArguments(args: readonly string[], today: string): Wanted {
  const paths: string[] = [];
  let day = today;
  let text = false;
  let options = true;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] as string;
    if (options && arg === '--') options = false;
    else if (options && arg === '--text') text = true;
    else if (options && (arg === '--today' || arg.startsWith('--today='))) {
      const value = arg === '--today' ? args[++i] : arg.slice('--today='.length);
      if (!isDay(value))
        return { usage: `--today needs a day that exists, as YYYY-MM-DD, not ${value ?? 'nothing'}` };
      day = value;
    } else if (options && arg.startsWith('-')) return { usage: `unknown option ${arg}` };
    else paths.push(arg);
  }
  return paths.length > 0 ? { paths, today: day, text } : { usage: 'no file given' };
}

function isDay(value: string | undefined): value is string {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
