/**
 * Where the content systems of official sites put the text of an article, the surest first:
 * gov.cn (UCAP), TRS editors, Shanghai (IVS), JCMS and others (`#zoom`), ministries and provinces.
 */
export const CONTAINERS = [
  '#UCAP-CONTENT',
  'ucapcontent',
  '.pages_content',
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
  '#info_content',
  '.art-con',
  '.gkmlpt-content, .article-content-body',
  '.zw',
];

/** Elements whose words are code, for a quick look. */
export const CODE_TAGS = /^(?:script|style|noscript|select|iframe)$/;

/** What an editor leaves inside the container that is no text of the document. */
export const NO_TEXT_INSIDE = 'script, style, noscript, template, textarea, select, .TRS_PreAppend';
