/** What went wrong, said at once to readers who do not see it too; nothing where nothing did. */
export function ProblemNotice({ words }: { words: string | null }) {
  if (!words) return null;
  return (
    <p class="problem" role="alert">
      {words}
    </p>
  );
}
