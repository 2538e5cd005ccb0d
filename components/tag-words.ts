/** What ends a tag while typing. Not 、, which stands inside terms such as “双随机、一公开”. */
const BETWEEN = /[,，;；\n]/;

/** The longest tag that messages carry. */
const LONGEST = 100;

/**
 * Splits what was typed into finished tags and what is still being typed.
 *
 * @param typed the content of the field
 * @param all whether the last piece counts as finished too
 */
export function splitTags(typed: string, all: boolean): { tags: string[]; rest: string } {
  const pieces = typed.split(BETWEEN);
  const rest = all ? '' : (pieces.pop() ?? '');
  return { tags: pieces.map(cleanTag).filter(Boolean), rest };
}

/** Adds tags to a list, each once, in order. */
export function addTags(tags: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...tags, ...more])];
}

function cleanTag(tag: string): string {
  return tag.trim().replace(/^#/, '').replace(/\s+/g, ' ').slice(0, LONGEST);
}
