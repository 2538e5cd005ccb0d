import { pathToFileURL } from 'node:url';
import { parseArguments, USAGE } from './inspect/arguments.ts';
import { filesOf, readText } from './inspect/files.ts';
import { inspectPage, inspectText } from './inspect/report.ts';

/**
 * Reads files and prints one JSON object a line: the contract that other tools rely on.
 *
 * @param args what stands after `inspect` on the command line
 * @param print takes each line, `complain` takes what belongs on stderr
 * @returns the exit code: 0 when every file was read, 1 when one could not be, 2 on wrong usage
 */
export async function inspect(
  args: readonly string[],
  print: (line: string) => void,
  complain: (line: string) => void,
): Promise<0 | 1 | 2> {
  const wanted = parseArguments(args, todayInShanghai());
  if ('usage' in wanted) {
    complain(`${wanted.usage}\n${USAGE}`);
    return 2;
  }
  let code: 0 | 1 = 0;
  for (const file of wanted.paths.flatMap(filesOf)) {
    try {
      const text = readText(file.path);
      const inspectOne = /\.txt$/i.test(file.path) ? inspectText : inspectPage;
      const { text: read, ...report } = await inspectOne(text, wanted.today);
      print(JSON.stringify({ schema: 1, id: file.id, ...report, ...(wanted.text ? { text: read } : {}) }));
    } catch (error) {
      code = 1;
      print(JSON.stringify({ id: file.id, error: error instanceof Error ? error.message : String(error) }));
    }
  }
  return code;
}

/** The day in Asia/Shanghai, wherever this runs. */
function todayInShanghai(): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // A reader that stops early (`| head -1`) closes the pipe: no error of ours.
  process.stdout.on('error', () => process.exit(0));
  process.exitCode = await inspect(
    process.argv.slice(2),
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  );
}
