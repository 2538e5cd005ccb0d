import '../../assets/styles/base.css';
import '../../assets/styles/controls.css';
import '../../assets/styles/notes.css';
import '../../assets/styles/library.css';
import { start } from '../../components/start.tsx';
import { Library } from './library.tsx';

start('libraryName', <Library />);
