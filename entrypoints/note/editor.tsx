import { useEffect, useState } from 'preact/hooks';
import { articlesOf } from '../../components/articles.ts';
import type { Writing } from '../../components/drafts.ts';
import { NoteForm } from '../../components/note-form.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import { problemWords } from '../../components/words/said.ts';
import { t } from '../../lib/i18n/t.ts';
import type { EditorDraft } from '../../lib/messages/lists.ts';
import { askFromOurs, tellReader } from '../../lib/messages/send.ts';

/**
 * The note editor: a frame of ours inside somebody's page, so that the page can't listen to what is
 * typed. It works on the one note that its token stands for.
 *
 * @param token given by the background, good for one claim
 */
export function Editor({ token }: { token: string }) {
  const [draft, setDraft] = useState<EditorDraft | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saved, setSaved] = useState(false);

  useEffect(() => {
    askFromOurs('editor/claim', { token }).then(setDraft, (error) => setProblem(problemWords(error)));
  }, [token]);

  // The background has the page's reader take the frame away.
  const close = () =>
    askFromOurs('editor/close', { token }).catch((error) => setProblem(problemWords(error)));

  const save = async (writing: Writing) => {
    await askFromOurs('editor/save', { token, ...writing });
    setSaved(true);
  };

  if (problem) {
    return (
      <main class="editor">
        <h1>{t('editorName')}</h1>
        <ProblemNotice words={problem} />
        <div class="buttons">
          <button type="button" class="button" data-do="close" onClick={close}>
            {t('editorClose')}
          </button>
        </div>
      </main>
    );
  }
  if (saved) {
    return (
      <main class="editor">
        <h1>{t('editorName')}</h1>
        <p role="status">{t('editorSaved')}</p>
      </main>
    );
  }
  if (!draft) {
    return (
      <main class="editor">
        <h1>{t('editorName')}</h1>
        <p role="status">{t('editorOpening')}</p>
      </main>
    );
  }
  const { body, tags, colour, task, links, page } = draft;
  return (
    <main class="editor" data-colour={colour}>
      <header>
        <h1 class="small soft">
          {draft.id ? t('editorChange') : t('editorNew')}
          {draft.article ? <span lang="zh"> {draft.article}</span> : null}
        </h1>
        <blockquote class="note-quote" lang="zh">
          {draft.quote}
        </blockquote>
        {draft.isPrivate ? <p class="small private">{t('editorPrivate')}</p> : null}
      </header>
      <NoteForm
        note={draft.id}
        start={{ body, tags, colour, task, links }}
        knownTags={draft.knownTags}
        linking={{
          find: async (query) => (await askFromOurs('editor/find', { token, query })).notes,
          name: async (ids) => (await askFromOurs('editor/named', { token, ids })).notes,
          articles: async () => articlesOf(await tellReader(page.tab, page.frame, 'reader/state', {})),
        }}
        onSave={save}
        onCancel={close}
      />
    </main>
  );
}
