import { Problem } from '../../lib/messages/problem.ts';
import type { Desks } from '../../lib/messages/serve.ts';
import { readByHand } from './by-hand.ts';
import * as editor from './editor.ts';
import * as findNotes from './find-notes.ts';
import { gateSaw } from './gate.ts';
import * as glossary from './glossary.ts';
import { injectMore } from './inject.ts';
import { knownDocument } from './known.ts';
import * as lead from './lead.ts';
import { lookAtTab } from './look.ts';
import * as ownNotes from './own-notes.ts';
import * as packs from './packs.ts';
import * as pageNotes from './page-notes.ts';
import { openPanel, panelByClick } from './panel.ts';
import { pickDocument } from './pick.ts';
import { placed } from './placed.ts';
import { isReader } from './readers.ts';
import { readerHello, readerNotes, readerRead } from './reading.ts';
import * as record from './record.ts';
import * as safe from './safe.ts';
import * as shards from './shards-desk.ts';
import { switchMarks } from './site-marks.ts';

/** Who answers which message. */
export const desks: Desks = {
  isReader,
  page: {
    'gate/saw': gateSaw,
    'reader/hello': readerHello,
    'reader/readability': (_body, { tab, frame }) => injectMore(tab, frame, '/readability.js'),
    'reader/simplified': (_body, { tab, frame }) => injectMore(tab, frame, '/simplified.js'),
    'reader/page-ui': (_body, { tab, frame }) => injectMore(tab, frame, '/page-ui.js'),
    'reader/read': readerRead,
    'reader/notes': readerNotes,
    'note/highlight': pageNotes.highlight,
    'note/recolour': pageNotes.recolour,
    'note/place': pageNotes.place,
    'note/tick': pageNotes.tick,
    'note/follow': lead.follow,
    'page/cite': lead.cite,
    'reader/placed': placed,
    'note/remove': pageNotes.remove,
    'note/restore': pageNotes.restore,
    'glossary/words': glossary.words,
    'glossary/named': glossary.named,
    'glossary/entry': glossary.entryForPage,
    'editor/open': editor.open,
    'panel/open': (_body, { tab }) => {
      if (!panelByClick()) throw new Problem('problemPanelByKey');
      return openPanel(tab).then(() => null);
    },
  },
  ours: {
    'tab/look': lookAtTab,
    'tab/read': ({ tab }) => readByHand(tab).then(() => null),
    'site/marks': switchMarks,
    'catalogue/document': knownDocument,
    'catalogue/pick': pickDocument,
    'editor/claim': editor.claim,
    'editor/save': editor.save,
    'editor/find': editor.find,
    'editor/named': editor.name,
    'editor/close': editor.close,
    'note/write': ownNotes.write,
    'notes/find': findNotes.find,
    'notes/named': findNotes.name,
    'note/remove': ownNotes.remove,
    'note/restore': ownNotes.restore,
    'notes/import': ownNotes.importFile,
    'notes/change': ownNotes.changeMany,
    'notes/undo': ownNotes.undo,
    'note/version': ownNotes.backToVersion,
    'record/renew': record.renew,
    'record/put-back': record.putBack,
    'bin/empty': safe.emptyTheBin,
    'backup/make': safe.backUp,
    'backup/restore': safe.restoreBackup,
    'backup/lost-seen': safe.lossSeen,
    'backup/file-saved': safe.savedFile,
    'store/erase': safe.erase,
    'glossary/often': glossary.setOften,
    'glossary/entry': glossary.entry,
    'glossary/change': glossary.change,
    'pack/load': packs.load,
    'pack/switch': packs.switchPack,
    'pack/remove': packs.remove,
    'pack/restore': packs.restore,
    'shards/meet': shards.meet,
    'shards/use': shards.use,
    'shards/change': shards.change,
    'shards/fetch': shards.fetchMore,
    'shards/empty': shards.empty,
    'shards/remove': shards.remove,
  },
};
