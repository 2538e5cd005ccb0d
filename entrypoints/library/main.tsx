import '../../assets/styles/base.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/notes.css';
import '../../assets/styles/library.css';
import '../../assets/styles/entry.css';
import { start } from '../../components/start.tsx';
import { Views } from './views.tsx';

start('libraryName', <Views />);
