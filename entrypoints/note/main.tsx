import '../../assets/styles/base.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/notes.css';
import '../../assets/styles/editor.css';
import { start } from '../../components/start.tsx';
import { Editor } from './editor.tsx';

start('editorName', <Editor token={location.hash.slice(1)} />);
