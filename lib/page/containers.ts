/**
 * Where the content systems of official sites put the text of an article, the surest first:
 * gov.cn (UCAP), TRS editors, Shanghai (IVS), JCMS and others (`#zoom`), ministries and provinces.
 */
export const CONTAINERS = [
  '#UCAP-CONTENT',
  'ucapcontent',
  '.pages_content',
  '.trs_editor_view.TRS_UEDITOR',
  '.view.TRS_UEDITOR',
  '.TRS_UEDITOR',
  '.TRS_Editor',
  '#ivs_content',
  '.Article_content',
  '#zoom, #Zoom',
  '#mainText',
  '.view-content',
  '.article_con',
  '#con_con',
  '.article-content',
  '.article_content',
  '.article-con',
  '.artile_zw',
  '.main-txt',
  '.wzcon',
  '.contText',
  '.newscontnet',
  '.my_doccontent',
  '.con-box .neir',
  '.v_news_content',
  '.detaildata',
  '.xxgk-content',
  '.content-body',
  '.b12c',
  '#info_content',
  '.art-con',
  '.gkmlpt-content, .article-content-body',
  '.zw',
];

/** Never text: their words are code, or belong to a control. */
export const NO_TEXT_TAGS = new Set(
  (
    'script style noscript template iframe frame object embed video audio canvas svg select option ' +
    'datalist button input textarea progress meter map rt rp dialog nav footer head title'
  ).split(' '),
);

/** The commonest of them, for a quick look. */
export const CODE_TAGS = /^(?:script|style|noscript|select|iframe)$/;

/** What an editor leaves inside the container that is no text of the document. */
export const NO_TEXT_INSIDE = 'script, style, noscript, template, textarea, select, .TRS_PreAppend';
